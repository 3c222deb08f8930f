package org.icsregistry.kit.security;

import java.util.Map;
import java.util.Objects;
import org.icsregistry.contracts.problem.ProblemCode;
import org.icsregistry.contracts.problem.Refusal;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A service with the kit and nothing else, to be asked over HTTP. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class TestService {

  public static ServletWebServerApplicationContext start(String issuer, Class<?>... more) {
    return (ServletWebServerApplicationContext)
        new SpringApplicationBuilder(TestService.class)
            .sources(more)
            .properties(
                Map.of(
                    "spring.config.import", "classpath:org/icsregistry/kit/service.yaml",
                    "spring.application.name", "test",
                    "server.port", "0",
                    "registry.signin.issuer", issuer,
                    "spring.autoconfigure.exclude",
                        "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                            + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"))
            .run("--spring.kafka.security.protocol=PLAINTEXT");
  }

  public static int port(ServletWebServerApplicationContext service) {
    return Objects.requireNonNull(service.getWebServer()).getPort();
  }

  record Note(String text) {}

  @RestController
  static class Api {
    @GetMapping("/v1/me")
    Caller me(Caller caller) {
      return caller;
    }

    @GetMapping("/log/checkpoint")
    String checkpoint() {
      return "checkpoint";
    }

    @GetMapping("/v1/schemas/all")
    String schemas() {
      return "schemas";
    }

    @PostMapping(path = "/v1/notes", consumes = MediaType.APPLICATION_JSON_VALUE)
    Note note(@RequestBody Note note) {
      return note;
    }

    @GetMapping("/v1/count")
    int count(@RequestParam int limit) {
      return limit;
    }

    @GetMapping("/v1/refusal")
    String refusal() {
      throw new Refusal(ProblemCode.ALREADY_LINKED, "no link yet", "a link", "do nothing");
    }

    @GetMapping("/v1/bug")
    String bug() {
      throw new IllegalStateException("secret inner detail");
    }

    @GetMapping("/v1/database")
    String database() {
      throw new TransientDataAccessResourceException("secret address of the database");
    }
  }

  @Bean
  OpenPath schemas() {
    return OpenPath.get("/v1/schemas/**");
  }
}
