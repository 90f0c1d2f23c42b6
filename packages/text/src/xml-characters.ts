/** What a file cannot hold: outside Char of XML 1.0 (https://www.w3.org/TR/xml/#charsets), lone halves of a pair included. */
const outside = /(?![\t\n])\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** Text as a file may hold it: a vertical tab or a form feed ends a line, and no other character outside XML 1.0 stays. */
export function xmlCharacters(value: string): string {
  return value.replaceAll(lineEnds, '\n').replaceAll(outside, '')
}
