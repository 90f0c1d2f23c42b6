import { withoutChatter } from './chatter.ts'
import { readHalfJson } from './half-json.ts'
import { findMarkers, sectionNamed } from './markers.ts'
import { isObject } from './text-of.ts'
import type { ToolSection } from './section.ts'

export interface ReadObjects {
  /** Objects, and the text in front of each, in the order of the source. */
  parts: (string | Record<string, unknown>)[]
  /** What stands behind the last of them. */
  rest: string
}

/** More objects in a row are no result. */
const maxObjects = 20

/** At the start of a line, fenced or not, alone or in a list. */
export const objectStart = /(?:^|\n)[ \t]*(?:```(?:json)?[ \t]*\n\s*)?(?:[[,]\s*)?(?=\{\s*(?:["}]|$))/iu

/**
 * The JSON objects that a text begins with, before any marker. One inside running text is an example in it, unless it has several
 * sections or the text in front of it is chatter.
 */
export function readObjects(text: string, sections: readonly ToolSection[]): ReadObjects {
  const parts: ReadObjects['parts'] = []
  let rest = text
  let found = 0
  while (found < maxObjects) {
    const start = objectStart.exec(rest)
    if (!start || isMarkedBefore(start.index, rest, sections)) break
    const read = readHalfJson(rest.slice(start.index + start[0].length))
    if (!read) break
    const between = rest.slice(0, start.index)
    const before = found > 0 ? withoutFenceEnd(between) : between
    const isResult = found > 0 || withoutChatter(before) === '' || isWhole(read.value, sections)
    if (!isResult) break
    parts.push(withoutChatter(before), read.value)
    rest = read.rest
    found += 1
  }
  return { parts, rest: found > 0 ? withoutFenceEnd(rest) : rest }
}

function isMarkedBefore(index: number, text: string, sections: readonly ToolSection[]): boolean {
  const [first] = findMarkers(text, sections)
  return first !== undefined && first.start < index
}

/** An object alone under one key is the answer inside an envelope. */
export function unwrapped(object: Record<string, unknown>, sections: readonly ToolSection[]): Record<string, unknown> {
  const [only, ...others] = Object.entries(object)
  if (!only || others.length > 0 || !isObject(only[1]) || sectionNamed(only[0], sections)) return object
  return unwrapped(only[1], sections)
}

function isWhole(object: Record<string, unknown>, sections: readonly ToolSection[]): boolean {
  const named = Object.keys(unwrapped(object, sections)).map((key) => sectionNamed(key, sections))
  return new Set(named.filter((section) => section !== undefined)).size > 1
}

/** What closes a fence or a list behind an object. */
const withoutFenceEnd = (text: string) => text.replace(/^\s*[,\]]?\s*(?:```[ \t]*(?=\n|$))?/u, '')
