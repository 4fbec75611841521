const byteOrderMark = [0xef, 0xbb, 0xbf];

/** Takes the byte order mark off UTF-8 text that has one. */
export function withoutByteOrderMark(bytes: Uint8Array): Uint8Array {
  return byteOrderMark.every((byte, index) => bytes[index] === byte) ? bytes.subarray(3) : bytes;
}
