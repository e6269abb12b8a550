/** Numbers as base64 text, for the fitted model, which is JSON. */

/** Whole numbers from 0 up, small ones in one byte (LEB128). */
export function packNumbers(numbers: ArrayLike<number>): string {
  const bytes = new Uint8Array(numbers.length * 5);
  let end = 0;
  for (let i = 0; i < numbers.length; i++) {
    let number = numbers[i]!;
    for (; number > 127; number = Math.floor(number / 128)) bytes[end++] = (number % 128) | 128;
    bytes[end++] = number;
  }
  return toBase64(bytes.subarray(0, end));
}

export function unpackNumbers(packed: string, count: number): Uint32Array {
  const bytes = fromBase64(packed);
  const numbers = new Uint32Array(count);
  let at = 0;
  for (let i = 0; i < count; i++) {
    let byte = bytes[at++]!;
    let number = byte & 127;
    for (let factor = 128; byte > 127; factor *= 128) {
      byte = bytes[at++]!;
      number += (byte & 127) * factor;
    }
    numbers[i] = number;
  }
  return numbers;
}

/** Bytes as they are. */
export const packBytes = (bytes: Uint8Array): string => toBase64(bytes);
export const unpackBytes = (packed: string): Uint8Array<ArrayBuffer> => fromBase64(packed);

function toBase64(bytes: Uint8Array): string {
  if (bytes.toBase64) return bytes.toBase64();
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode.apply(null, bytes.subarray(at, at + 8192) as unknown as number[]));
  return btoa(parts.join(''));
}

function fromBase64(packed: string): Uint8Array<ArrayBuffer> {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(packed);
  const text = atob(packed);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}
