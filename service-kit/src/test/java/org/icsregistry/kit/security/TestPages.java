package org.icsregistry.kit.security;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Pages beside the interface for systems, with rules of their own. */
@Configuration(proxyBeanMethods = false)
class TestPages {

  @RestController
  static class Page {
    @GetMapping("/page")
    String page() {
      return "a page";
    }
  }

  @Bean
  @Order(200)
  SecurityFilterChain pages(HttpSecurity http) {
    return http.authorizeHttpRequests(r -> r.anyRequest().permitAll()).build();
  }
}
