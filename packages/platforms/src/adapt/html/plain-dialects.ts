/** How much of a text an editor without styles keeps. */
export interface PlainDialect {
  links: 'kept' | 'removed'
  tables: 'kept' | 'rows'
  code: 'kept' | 'lines'
  /** `equation` is 知乎's own picture of a formula, made from its TeX by the platform. */
  formulas: 'equation' | 'pictures'
  nestedLists: 'kept' | 'flat'
}

export const plainDialects = {
  toutiao: { links: 'removed', tables: 'rows', code: 'lines', formulas: 'pictures', nestedLists: 'flat' },
  baijiahao: { links: 'removed', tables: 'rows', code: 'lines', formulas: 'pictures', nestedLists: 'flat' },
  zhihu: { links: 'kept', tables: 'kept', code: 'kept', formulas: 'equation', nestedLists: 'kept' },
} as const satisfies Record<string, PlainDialect>

export type PlainPlatform = keyof typeof plainDialects
