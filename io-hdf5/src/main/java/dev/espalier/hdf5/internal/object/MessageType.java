package dev.espalier.hdf5.internal.object;

/** The numbers of the object header messages that are read here. */
public final class MessageType {
  /** Extents of a dataset. */
  public static final int DATASPACE = 0x01;

  /** Where a group of the newer kind keeps its links. */
  public static final int LINK_INFO = 0x02;

  /** Type of the elements. */
  public static final int DATATYPE = 0x03;

  /** Fill value, before version 1.6 of the library. */
  public static final int OLD_FILL_VALUE = 0x04;

  /** Fill value. */
  public static final int FILL_VALUE = 0x05;

  /** One link of a small group. */
  public static final int LINK = 0x06;

  /** Raw data in other files. */
  public static final int EXTERNAL_FILES = 0x07;

  /** How the raw data is laid out. */
  public static final int LAYOUT = 0x08;

  /** A group of the newer kind. */
  public static final int GROUP_INFO = 0x0a;

  /** The filters of a dataset's chunks. */
  public static final int FILTERS = 0x0b;

  /** One attribute. */
  public static final int ATTRIBUTE = 0x0c;

  /** The header goes on elsewhere. */
  public static final int CONTINUATION = 0x10;

  /** A group of the older kind. */
  public static final int SYMBOL_TABLE = 0x11;

  /** The file is one of several. */
  public static final int DRIVER_INFO = 0x14;

  /** Where an object keeps many attributes. */
  public static final int ATTRIBUTE_INFO = 0x15;

  /** Structures of the file that lie in one image of the library's cache instead. */
  public static final int CACHE_IMAGE = 0x18;

  /** The greatest number that the format has given out. */
  static final int LAST_KNOWN = 0x18;

  private MessageType() {}
}
