package dev.espalier.testkit.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What a server does wrong, or otherwise than most, in one answer. */
public sealed interface Fault {
  /**
   * Answers with a status and no value.
   *
   * @param code the status
   * @param headers headers of the answer
   */
  record Status(int code, Map<String, String> headers) implements Fault {}

  /**
   * Breaks off the connection.
   *
   * @param bytes how much of the body is sent before, as good as possible
   */
  record BreakAfter(long bytes) implements Fault {}

  /** Breaks off the connection before there is an answer. */
  record NoAnswer() implements Fault {}

  /**
   * Sends a part of the body, and then nothing until the server is closed.
   *
   * @param bytes how much is sent
   */
  record StallAfter(long bytes) implements Fault {}

  /**
   * Sends a part of the body, and the rest byte by byte.
   *
   * @param bytes how much is sent at once
   * @param pause the time before each byte of the rest
   */
  record DripAfter(long bytes, Duration pause) implements Fault {}

  /**
   * Sends more than belongs to the answer, which does not say how long it is.
   *
   * @param bytes how much more is sent, unless whoever reads has enough before
   * @param sent counts them
   */
  record GoOn(long bytes, AtomicLong sent) implements Fault {}

  /** Gives the whole value, whatever part was asked for. */
  record IgnoreRange() implements Fault {}

  /** Gives the whole value to who asks for the last bytes. */
  record IgnoreEnd() implements Fault {}

  /**
   * Says that it has another part than it has, or less than it has, or whatever else is in headers.
   *
   * @param headers headers that take the place of the right ones; no value takes one away
   */
  record Headers(Map<String, String> headers) implements Fault {}

  /** Sends the body without saying how long it is; where it ends is marked. */
  record Chunked() implements Fault {}

  /**
   * Does something before the answer, such as changing the value.
   *
   * @param action what is done, on the thread that answers
   */
  record Before(Runnable action) implements Fault {}
}
