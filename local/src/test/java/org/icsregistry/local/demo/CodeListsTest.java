package org.icsregistry.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CodeListsTest {

  private static final ReferenceData DATA = ReferenceData.load();

  @Test
  void listsAndTheirCodesAreUniqueAndLabelled() {
    assertThat(DATA.codeLists()).extracting(CodeList::name).doesNotHaveDuplicates();
    assertThat(DATA.codeLists())
        .allSatisfy(list -> {
          assertThat(list.codes()).extracting(CodeList.Code::code).doesNotHaveDuplicates();
          assertThat(list.codes()).noneMatch(code -> code.label().isBlank());
          assertThat(list.unverified()).allMatch(list::contains);
          assertThat(list.source()).isNotBlank();
        });
  }

  @Test
  void dropOutReasonsAreTheNineteenOfTheDomain() {
    assertThat(DATA.codes("dropOutReasons").codes()).hasSize(19);
  }

  @Test
  void askingForAnUnknownListSaysWhereToLook() {
    assertThatThrownBy(() -> DATA.codes("noSuchList"))
        .hasMessage(
            "Expected the code list noSuchList in reference/codes.json; add it or correct it.");
  }
}
