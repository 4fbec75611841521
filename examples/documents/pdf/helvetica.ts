/** Widths of the characters from U+0020 to U+007E, in thousandths of the size of the font, as Adobe's metrics of Helvetica have them. */
const widths = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556,
  556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278,
  500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469,
  556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500,
  278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
];

/** No character of Latin-1 is wider. */
const widest = 1015;

/** A character that Helvetica has no glyph for, in the encoding that is used here: Latin-1. */
export function unprintableIn(text: string): string | undefined {
  return /[^\n\r\t\x20-\x7e\xa0-\xff]/u.exec(text)?.[0];
}

/** How wide a text is, in thousandths of the size of the font. What is not in the table counts as wide, so that no line is too long. */
export function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += widths[text.charCodeAt(at) - 0x20] ?? widest;
  return width;
}
