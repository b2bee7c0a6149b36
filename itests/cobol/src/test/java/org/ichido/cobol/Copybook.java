package org.ichido.cobol;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a copybook, and nothing but the names: where the fields are, the compiler says.
 *
 * @param name such as ICHVFQ
 * @param fields those of a name, in order
 */
record Copybook(String name, List<Field> fields) {
  private static final Pattern ENTRY = Pattern.compile(" +(\\d\\d) +([A-Z0-9-]+)( +PIC .*)?.*");

  /**
   * A field and its condition names.
   *
   * @param numeric whether its picture says 9
   * @param conditions its entries of level 88
   */
  record Field(String name, boolean numeric, List<String> conditions) {}

  static Copybook read(String name) {
    List<Field> fields = new ArrayList<>();
    for (String line : Sources.lines(Sources.COPYBOOKS.resolve(name + ".cpy"))) {
      Matcher entry = ENTRY.matcher(line);
      if (!entry.matches() || entry.group(2).equals(Shape.FILLER)) {
        continue;
      }
      if (entry.group(1).equals("88")) {
        fields.get(fields.size() - 1).conditions().add(entry.group(2));
      } else if (entry.group(3) != null) {
        fields.add(new Field(entry.group(2), entry.group(3).contains(" 9"), new ArrayList<>()));
      }
    }
    return new Copybook(name, fields);
  }
}
