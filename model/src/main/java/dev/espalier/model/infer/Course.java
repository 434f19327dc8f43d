package dev.espalier.model.infer;

import dev.espalier.model.infer.MemberClass.Found;
import dev.espalier.model.node.ArraySpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long an axis is in each group that has it.
 *
 * @param byGroup the extents
 */
record Course(Map<Integer, Long> byGroup) {
  Course {
    byGroup = Map.copyOf(byGroup);
  }

  /** The course of an axis of arrays, if those of one group agree. */
  static Optional<Course> of(List<Found> arrays, int axis) {
    Map<Integer, Long> extents = new LinkedHashMap<>();
    for (Found found : arrays) {
      long extent = ((ArraySpec) found.node()).shape().extent(axis);
      Long earlier = extents.putIfAbsent(found.group(), extent);
      if (earlier != null && earlier != extent) {
        return Optional.empty();
      }
    }
    return Optional.of(new Course(extents));
  }

  /** One course, if several agree wherever they meet. */
  static Optional<Course> joined(List<Course> courses) {
    Map<Integer, Long> extents = new LinkedHashMap<>();
    for (Course course : courses) {
      for (Map.Entry<Integer, Long> one : course.byGroup.entrySet()) {
        Long earlier = extents.putIfAbsent(one.getKey(), one.getValue());
        if (earlier != null && !earlier.equals(one.getValue())) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(new Course(extents));
  }

  int groups() {
    return byGroup.size();
  }

  long longest() {
    return byGroup.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The course of an axis that is shorter by one in every group. */
  Course shorter() {
    Map<Integer, Long> extents = new LinkedHashMap<>();
    byGroup.forEach((group, extent) -> extents.put(group, extent - 1));
    return new Course(extents);
  }
}
