import type { Wording } from '@mozhou/contracts/wording'

export const themeKeys = ['plain', 'ink', 'bamboo', 'cinnabar', 'harbour'] as const
export type ThemeKey = (typeof themeKeys)[number]

/** Colours and ways of headings; the same theme sets an article and its cards. */
export interface Theme {
  name: Wording
  paper: string
  text: string
  faint: string
  accent: string
  /** Behind quotes, code and heads of tables. */
  wash: string
  line: string
  heading: 'bare' | 'bar' | 'underline' | 'block' | 'centred'
  size: number
  leading: number
}

export const themes = {
  plain: {
    name: { zh: '素白', en: 'Plain' },
    paper: '#ffffff',
    text: '#333333',
    faint: '#888888',
    accent: '#333333',
    wash: '#f6f6f6',
    line: '#dddddd',
    heading: 'bare',
    size: 16,
    leading: 1.75,
  },
  ink: {
    name: { zh: '松墨', en: 'Ink' },
    paper: '#fbfaf7',
    text: '#2b2b2b',
    faint: '#8a857b',
    accent: '#1f1f1f',
    wash: '#f1efe9',
    line: '#cfcac0',
    heading: 'underline',
    size: 16,
    leading: 1.85,
  },
  bamboo: {
    name: { zh: '竹青', en: 'Bamboo' },
    paper: '#fafcf9',
    text: '#2f3b33',
    faint: '#7f8d84',
    accent: '#3c7a57',
    wash: '#eef5f0',
    line: '#c6d8cc',
    heading: 'bar',
    size: 16,
    leading: 1.8,
  },
  cinnabar: {
    name: { zh: '朱砂', en: 'Cinnabar' },
    paper: '#fffdfb',
    text: '#3a2f2c',
    faint: '#94857f',
    accent: '#b5402d',
    wash: '#fbf0ec',
    line: '#e5cdc6',
    heading: 'centred',
    size: 16,
    leading: 1.8,
  },
  harbour: {
    name: { zh: '海湾', en: 'Harbour' },
    paper: '#fbfdff',
    text: '#2a3540',
    faint: '#7d8a97',
    accent: '#22618f',
    wash: '#eef4f9',
    line: '#c5d5e2',
    heading: 'block',
    size: 15,
    leading: 1.75,
  },
} as const satisfies Record<ThemeKey, Theme>
