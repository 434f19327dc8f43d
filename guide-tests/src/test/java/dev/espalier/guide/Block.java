package dev.espalier.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A code block of a page. What follows its language says how it is run:
 *
 * <pre>
 * java FILE.java   a source file of the package coast
 * java imports     the imports of all Java on the pages
 * java members     methods of a group: compiled within an interface
 * java run         statements: run as a program, whose output is the next block
 * json FILE        a file that later blocks use
 * text, json       what the program above printed
 * console          commands behind "$ ", each followed by what it prints
 * xml, kotlin, sh  compared with the build, not run
 * </pre>
 *
 * A line of three periods in an output stands for any lines.
 *
 * @param page the file of the page
 * @param line where the block begins
 * @param language the first word behind the fence
 * @param name the words after it
 * @param text the lines, each ended
 */
record Block(String page, int line, String language, String name, String text) {
  private static final Pattern FENCE = Pattern.compile("^```(\\S*) ?(.*)$");

  /** The blocks of a page, in order. */
  static List<Block> of(String page, String markdown) {
    List<Block> blocks = new ArrayList<>();
    String[] lines = markdown.split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      Matcher fence = FENCE.matcher(lines[i]);
      if (fence.matches()) {
        int start = i;
        StringBuilder text = new StringBuilder();
        for (i++; !lines[i].equals("```"); i++) {
          text.append(lines[i]).append('\n');
        }
        blocks.add(new Block(page, start + 1, fence.group(1), fence.group(2), text.toString()));
      }
    }
    return blocks;
  }

  boolean isJava(String marked) {
    return language.equals("java") && name.equals(marked);
  }

  boolean isSource() {
    return language.equals("java") && name.endsWith(".java");
  }

  boolean isOutput() {
    return (language.equals("text") || language.equals("json")) && name.isEmpty();
  }

  /** Where it is, for messages. */
  String place() {
    return page + ":" + line;
  }

  /** The name of the class that a fragment or a program is made. */
  String className() {
    return "Line" + line;
  }
}
