/** A running checksum. */
export interface Running {
  update(chunk: Buffer): void;
  /** The checksum of what was added, as bytes in S3's (big-endian) order. */
  digest(): Buffer;
}

const castagnoli = crc32Table(0x82f63b78);
const nvme = crc64Table(0x9a6c9329, 0xac4bc9b5);

/** CRC-32C (Castagnoli), which Node.js does not have. */
export function crc32c(): Running {
  let crc = 0xffffffff;
  return {
    update: (chunk) => {
      for (let index = 0; index < chunk.length; index += 1) {
        // Both indexes are in range, so neither read is undefined.
        crc = (castagnoli[(crc ^ (chunk[index] as number)) & 0xff] as number) ^ (crc >>> 8);
      }
    },
    digest: () => {
      const bytes = Buffer.alloc(4);
      bytes.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
      return bytes;
    },
  };
}

/** CRC-64/NVME, in two halves of 32 bits, since BigInt would be many times slower. */
export function crc64nvme(): Running {
  let high = 0xffffffff;
  let low = 0xffffffff;
  return {
    update: (chunk) => {
      for (let index = 0; index < chunk.length; index += 1) {
        const at = (low ^ (chunk[index] as number)) & 0xff;
        low = ((low >>> 8) | (high << 24)) ^ (nvme.low[at] as number);
        high = (high >>> 8) ^ (nvme.high[at] as number);
      }
    },
    digest: () => {
      const bytes = Buffer.alloc(8);
      bytes.writeUInt32BE(~high >>> 0, 0);
      bytes.writeUInt32BE(~low >>> 0, 4);
      return bytes;
    },
  };
}

function crc32Table(polynomial: number): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    return crc >>> 0;
  });
}

function crc64Table(polynomialHigh: number, polynomialLow: number): { high: Uint32Array; low: Uint32Array } {
  const table = { high: new Uint32Array(256), low: new Uint32Array(256) };
  for (let byte = 0; byte < 256; byte += 1) {
    let high = 0;
    let low = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      const odd = low & 1;
      low = (low >>> 1) | (high << 31);
      high >>>= 1;
      if (odd) {
        high ^= polynomialHigh;
        low ^= polynomialLow;
      }
    }
    table.high[byte] = high;
    table.low[byte] = low;
  }
  return table;
}
