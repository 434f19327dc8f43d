package dev.espalier.hdf5;

import static org.assertj.core.api.Assertions.assertThat;

import dev.espalier.model.node.GroupSpec;
import dev.espalier.model.path.NodeName;
import dev.espalier.model.path.NodePath;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinksTest {
  @Test
  void cyclesEndAndAreNoted() {
    try (Fixture fixture = Fixture.open("links.h5")) {
      assertThat(Unread.reason(fixture.node("a"), "up"))
          .isEqualTo("a further hard link to the group /");
      assertThat(Unread.reason(fixture.node("a"), "itself"))
          .isEqualTo("a further hard link to the group /a");
      assertThat(Unread.reason(fixture.node("b"), "same group"))
          .isEqualTo("a further hard link to the group /a");
      assertThat(names(fixture, "a")).containsExactly("data");
    }
  }

  @Test
  void aDatasetIsAnArrayUnderEachOfItsNames() {
    try (Fixture fixture = Fixture.open("links.h5")) {
      assertThat(fixture.values("a/data")).isEqualTo("[0, 1, 2]");
      assertThat(fixture.values("b/same data")).isEqualTo("[0, 1, 2]");
    }
  }

  @Test
  void linksToPathsAreNotedWithTheirTargets() {
    try (Fixture fixture = Fixture.open("links.h5")) {
      assertThat(Unread.notes(fixture.node("/")))
          .hasToString(
              "[{\"name\":\"dangling\",\"kind\":\"link\",\"reason\":\"a soft link to /nowhere\"}, "
                  + "{\"name\":\"external\",\"kind\":\"link\",\"reason\":"
                  + "\"an external link to /x/y in file other.h5\"}, "
                  + "{\"name\":\"soft\",\"kind\":\"link\",\"reason\":\"a soft link to /a/data\"}]");
    }
    try (Fixture fixture = Fixture.open("links-latest.h5")) {
      assertThat(Unread.reason(fixture.node("/"), "soft")).isEqualTo("a soft link to /dense/größe");
    }
  }

  @Test
  void namesThatNoNodeMayHaveAreNoted() {
    try (Fixture fixture = Fixture.open("links.h5")) {
      assertThat(names(fixture, "names")).containsExactly("größe", "plain.name", "with space");
      assertThat(Unread.reason(fixture.node("names"), "__reserved"))
          .isEqualTo("its name starts with \"__\", which is reserved");
      assertThat(Unread.reason(fixture.node("names"), "zarr.json"))
          .isEqualTo("its name is the key of a metadata document");
      assertThat(Unread.reason(fixture.node("names"), "..."))
          .isEqualTo("its name consists of periods only");
      assertThat(Unread.reason(fixture.node("names"), "µm"))
          .isEqualTo("its name is not valid UTF-8");
    }
  }

  @Test
  void largeGroupsAreListedAfterLinksWereRemoved() {
    try (Fixture fixture = Fixture.open("links-latest.h5")) {
      assertThat(names(fixture, "dense")).hasSize(20).contains("g000", "g009", "g290", "g299");
    }
  }

  @Test
  void theOrderOfCreationIsKeptWhereItIsTold() {
    try (Fixture fixture = Fixture.open("links-latest.h5")) {
      assertThat(names(fixture, "ordered")).containsExactly("z", "y", "x", "a", "b", "c");
      assertThat(names(fixture, "many ordered")).startsWith("g39", "g38", "g37").hasSize(40);
    }
  }

  @Test
  void oneNodeComesWithoutItsMembers() {
    try (Fixture fixture = Fixture.open("links.h5")) {
      GroupSpec group = (GroupSpec) fixture.hierarchy().node(NodePath.parse("a"));
      assertThat(group.members()).isEmpty();
      assertThat(group.membersKnown()).isFalse();
    }
  }

  private static List<String> names(Fixture fixture, String group) {
    return fixture.hierarchy().members(NodePath.parse(group)).map(NodeName::value).toList();
  }
}
