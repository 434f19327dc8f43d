package dev.espalier.io.zip;

import java.util.Arrays;

/** Sorts numbers that stand for something else, without an object for each. */
final class IntOrder {
  /** Compares what two numbers stand for. */
  @FunctionalInterface
  interface Comparison {
    int compare(int one, int other);
  }

  private IntOrder() {}

  /** The numbers below a count in the order of what they stand for; equal ones keep theirs. */
  static int[] of(int count, Comparison comparison) {
    int[] numbers = new int[count];
    boolean sorted = true;
    for (int i = 0; i < count; i++) {
      numbers[i] = i;
      sorted = sorted && (i == 0 || comparison.compare(i - 1, i) <= 0);
    }
    if (!sorted) {
      merge(numbers, Arrays.copyOf(numbers, count), 0, count, comparison);
    }
    return numbers;
  }

  /** Sorts a part of an array; the other one holds the same numbers there, and is overwritten. */
  private static void merge(int[] into, int[] from, int start, int end, Comparison comparison) {
    if (end - start < 2) {
      return;
    }
    int middle = (start + end) >>> 1;
    merge(from, into, start, middle, comparison);
    merge(from, into, middle, end, comparison);
    int left = start;
    int right = middle;
    for (int i = start; i < end; i++) {
      boolean takeLeft =
          right >= end || (left < middle && comparison.compare(from[left], from[right]) <= 0);
      into[i] = takeLeft ? from[left++] : from[right++];
    }
  }
}
