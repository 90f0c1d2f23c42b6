/** A length in characters; the limits are the tool's own. */
export const lengthField = {
  name: 'length',
  control: 'number',
  unit: { zh: '字', en: 'characters' },
  width: 'half',
  label: { zh: '字数', en: 'Length' },
} as const

export const bodyLengthLabel = { zh: '正文字数', en: 'Length' } as const
