package org.icsregistry.projection;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The projection service. */
@SpringBootApplication(proxyBeanMethods = false)
@EnableScheduling
public class ProjectionApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(ProjectionApplication.class, arguments);
  }
}
