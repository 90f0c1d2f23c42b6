import { z } from 'zod'

/** Years that anything here can lie in. The database knows more of them, and JavaScript others. */
const years = '(?:20\\d\\d|2100)'
const instantPattern = new RegExp(`^${years}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-]\\d\\d:\\d\\d)$`)
const dayPattern = new RegExp(`^${years}-\\d\\d-\\d\\d$`)
const yearRule = { message: 'must be in the years 2000 to 2100', params: { rule: 'year_range' } }

/** An instant with `Z` or an offset from UTC (RFC 3339), years 2000 to 2100; given on in UTC, to the millisecond. */
export const instantInput = z.iso
  .datetime({ offset: true, abort: true })
  .refine((text) => instantPattern.test(text), yearRule)
  .overwrite((text) => (Number.isNaN(Date.parse(text)) ? text : new Date(text).toISOString()))
  .meta({ pattern: instantPattern.source, examples: ['2026-11-27T08:00:00+08:00'] })

/** An instant that something ends before. */
export const endInput = instantInput.meta({ examples: ['2026-12-27T08:00:00+08:00'] })

/** A day on Shanghai's calendar, `YYYY-MM-DD`, years 2000 to 2100. */
export const dayInput = z.iso
  .date({ abort: true })
  .refine((text) => dayPattern.test(text), yearRule)
  .meta({ pattern: dayPattern.source, examples: ['2026-11-27'] })

/** Days that a list is of, both included; either may be left out. */
export const dayRange = { from: dayInput.optional(), to: dayInput.optional() }
