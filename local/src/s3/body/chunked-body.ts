import { S3Error } from '../errors.js';

/** A signed chunk other than the last may not be shorter, AWS says. */
const minimumSignedChunk = 8192;
const longestLine = 4096;

type Expecting = 'size' | 'data' | 'data end' | 'trailer' | 'nothing';

/**
 * Takes the framing off an `aws-chunked` body: `<hex size>[;chunk-signature=…]CRLF <data> CRLF … 0 CRLF [trailers] CRLF`.
 * Signatures are not checked.
 */
export class ChunkedDecoder {
  readonly trailers = new Map<string, string>();
  readonly #signed: boolean;
  #expecting: Expecting = 'size';
  #remaining = 0;
  #previousChunk = minimumSignedChunk;
  #line = '';

  constructor(signed: boolean) {
    this.#signed = signed;
  }

  /** The data in the next stretch of the body. */
  *push(bytes: Buffer): Generator<Buffer> {
    let offset = 0;
    while (offset < bytes.length) {
      if (this.#expecting === 'data') {
        const data = bytes.subarray(offset, offset + this.#remaining);
        offset += data.length;
        this.#remaining -= data.length;
        if (this.#remaining === 0) this.#expecting = 'data end';
        yield data;
      } else {
        const end = bytes.indexOf(0x0a, offset);
        this.#line += bytes.toString('latin1', offset, end < 0 ? bytes.length : end);
        if (this.#line.length > longestLine) throw new S3Error('IncompleteBody');
        offset = end < 0 ? bytes.length : end + 1;
        if (end >= 0) this.#takeLine();
      }
    }
  }

  /** Checks that the last chunk has come. */
  finish(): void {
    if (this.#line.trim() !== '') this.#takeLine();
    if (this.#expecting !== 'trailer' && this.#expecting !== 'nothing') throw new S3Error('IncompleteBody');
  }

  #takeLine(): void {
    const line = this.#line.replace(/\r$/, '');
    this.#line = '';
    if (this.#expecting === 'size') this.#takeSize(line);
    else if (this.#expecting === 'data end') this.#takeDataEnd(line);
    else if (this.#expecting === 'trailer') this.#takeTrailer(line);
  }

  #takeSize(line: string): void {
    const [digits = ''] = line.split(';');
    if (!/^[0-9a-f]{1,12}$/i.test(digits)) throw new S3Error('IncompleteBody');
    const size = Number.parseInt(digits, 16);
    if (this.#signed && size > 0 && this.#previousChunk < minimumSignedChunk) {
      throw new S3Error('InvalidChunkSizeError', { fields: { BadChunkSize: String(this.#previousChunk) } });
    }
    this.#previousChunk = size;
    this.#remaining = size;
    this.#expecting = size === 0 ? 'trailer' : 'data';
  }

  #takeDataEnd(line: string): void {
    if (line !== '') throw new S3Error('IncompleteBody');
    this.#expecting = 'size';
  }

  #takeTrailer(line: string): void {
    if (line === '') {
      this.#expecting = 'nothing';
      return;
    }
    const colon = line.indexOf(':');
    if (colon < 1) throw new S3Error('MalformedTrailerError');
    this.trailers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
}
