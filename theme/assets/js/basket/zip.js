/* A zip file of texts, made in the browser: deflated where the browser can, stored elsewhere; the same dates each time. */
(() => {
  "use strict";

  const UTF8 = 0x0800;
  /** 1 January 1980, the first day that a zip file knows: equal contents make equal files. */
  const DAY = 0x0021;

  const TABLE = new Uint32Array(256).map((_, number) => {
    let sum = number;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });

  function crc32(bytes) {
    let sum = 0xffffffff;
    for (let at = 0; at < bytes.length; at += 1) sum = TABLE[(sum ^ bytes[at]) & 0xff] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  }

  async function deflated(bytes) {
    if (typeof CompressionStream !== "function") return null;
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      return new Uint8Array(await new Response(stream).arrayBuffer());
    } catch (error) {
      // An older browser knows the stream, but not this form of it.
      return null;
    }
  }

  /** Writes numbers of two and four bytes: `[[size, value], …]`. */
  function fields(...given) {
    const bytes = new Uint8Array(given.reduce((sum, [size]) => sum + size, 0));
    const view = new DataView(bytes.buffer);
    let at = 0;
    for (const [size, value] of given) {
      if (size === 2) view.setUint16(at, value, true);
      else view.setUint32(at, value, true);
      at += size;
    }
    return bytes;
  }

  async function entry([name, text]) {
    const encoder = new TextEncoder();
    const bytes = encoder.encode(text);
    const packed = await deflated(bytes);
    const isPacked = packed !== null && packed.length < bytes.length;
    const data = isPacked ? packed : bytes;
    const title = encoder.encode(name);
    const about = [
      [2, 20], [2, UTF8], [2, isPacked ? 8 : 0], [2, 0], [2, DAY], [4, crc32(bytes)], [4, data.length], [4, bytes.length],
      [2, title.length], [2, 0],
    ];
    return { title, data, about };
  }

  /** Makes a file of parts `[[name, text], …]`: a promise of a Blob. */
  anliji.zip = async (parts, type) => {
    const entries = await Promise.all(parts.map(entry));
    const pieces = [];
    const listed = [];
    let at = 0;
    let size = 0;
    for (const { title, data, about } of entries) {
      const head = fields([4, 0x04034b50], ...about);
      pieces.push(head, title, data);
      const listing = fields([4, 0x02014b50], [2, 20], ...about, [2, 0], [2, 0], [2, 0], [4, 0], [4, at]);
      listed.push(listing, title);
      at += head.length + title.length + data.length;
      size += listing.length + title.length;
    }
    const { length } = entries;
    return new Blob([...pieces, ...listed, fields([4, 0x06054b50], [2, 0], [2, 0], [2, length], [2, length], [4, size], [4, at], [2, 0])], { type });
  };
})();
