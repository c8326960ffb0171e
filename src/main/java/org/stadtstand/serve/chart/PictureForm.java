package org.stadtstand.serve.chart;

/** The file formats of pictures. */
enum PictureForm {
  SVG("svg", "image/svg+xml", "image/svg+xml;charset=UTF-8"),
  PNG("png", "image/png", "image/png");

  private final String suffix;
  private final String mediaType;
  private final String contentType;

  PictureForm(String suffix, String mediaType, String contentType) {
    this.suffix = suffix;
    this.mediaType = mediaType;
    this.contentType = contentType;
  }

  String suffix() {
    return suffix;
  }

  String mediaType() {
    return mediaType;
  }

  String contentType() {
    return contentType;
  }
}
