import type { RuleWords, WaitWords } from './rules.zh.ts'

export const rulesEn = {
  required: (field) => `${field} is required`,
  chooseOne: (field) => `Choose: ${field}`,
  minText: (field, minimum) => `${field}: at least ${minimum} characters`,
  maxText: (field, maximum) => `${field}: at most ${maximum} characters`,
  minItems: (field, minimum) => `${field}: at least ${minimum}`,
  maxItems: (field, maximum) => `${field}: at most ${maximum}`,
  minNumber: (field, minimum) => `${field}: not below ${minimum}`,
  maxNumber: (field, maximum) => `${field}: not above ${maximum}`,
  integer: (field) => `${field} must be a whole number`,
  number: (field) => `${field} must be a number`,
  multipleOf: (field, step) => `${field} must be a multiple of ${step}`,
  email: (field) => `${field} does not look right; for example name@example.com`,
  url: (field) => `${field} must be a full address, for example https://example.com`,
  datetime: (field) => `${field} must be a time with its zone, for example 2026-11-27T08:00:00+08:00`,
  day: (field) => `${field} must be a day, for example 2026-11-27`,
  yearRange: (field) => `${field} must be in the years 2000 to 2100`,
  afterFrom: (field) => `${field} must be after the start`,
  pattern: (field) => `${field} has characters that cannot be used`,
  maxBytes: (field, maximum) => `${field} is too long: at most ${maximum} bytes`,
  id: (field) => `${field} is not a valid id`,
  json: (field) => `${field} is not a JSON object`,
  utf8: (field) => `${field} is not valid UTF-8`,
  tooDeep: (field, maximum) => `${field} is nested too deeply: at most ${maximum} lists and objects within one another`,
  contentEncoding: (field) => `${field} cannot be unpacked: it is not what its Content-Encoding says`,
  wholeCharacters: (field) => `${field} holds half a character (a lone surrogate)`,
  unique: (field) => `${field} must not repeat`,
  printable: (field) => `${field} takes 1 to 255 printable characters`,
  publicAddress: (field) =>
    `${field} must be an https address on the public internet: no private network, this machine or cloud metadata, and no user name or password in it`,
  dayRange: (field) => `${field} must not be before the start, and a year at most`,
  notZero: (field) => `${field} must not be 0`,
  other: (field) => `${field} does not fit`,
} satisfies RuleWords

export const waitsEn = {
  aWhile: 'a while',
  seconds: (count) => (count === '1' ? 'a second' : `${count} seconds`),
  minutes: (count) => (count === '1' ? 'a minute' : `${count} minutes`),
} satisfies WaitWords
