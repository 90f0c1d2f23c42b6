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
  datetime: (field) => `${field} is not a valid time`,
  pattern: (field) => `${field} has characters that cannot be used`,
  maxBytes: (field, maximum) => `${field} is too long: at most ${maximum} bytes`,
  id: (field) => `${field} is not a valid id`,
  json: (field) => `${field} is not a JSON object`,
  unique: (field) => `${field} must not repeat`,
  printable: (field) => `${field} takes 1 to 255 printable characters`,
  publicAddress: (field) =>
    `${field} must be an https address on the public internet: no private network, this machine or cloud metadata, and no user name or password in it`,
  replacementSelf: (field) => `${field} must not be the model itself`,
  replacementUnknown: (field) => `${field} does not exist or was deleted; choose a model of the catalogue`,
  replacementCapability: (field) => `${field} must have the same capability as the model`,
  replacementCycle: (field) => `${field} leads back to this model; choose one that it does not replace`,
  dayRange: (field) => `${field} must not be before the start, and a year at most`,
  calendarDate: (field: string) => `${field} must be a day of the calendar, like 2026年11月24日`,
  notZero: (field) => `${field} must not be 0`,
  other: (field) => `${field} does not fit`,
} satisfies RuleWords

export const waitsEn = {
  aWhile: 'a while',
  seconds: (count) => (count === '1' ? 'a second' : `${count} seconds`),
  minutes: (count) => (count === '1' ? 'a minute' : `${count} minutes`),
} satisfies WaitWords
