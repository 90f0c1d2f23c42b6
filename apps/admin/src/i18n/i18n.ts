import { createI18n } from '@mozhou/ui/i18n/i18n.tsx'
import { zh } from './zh.ts'

export const {
  Provider: I18nProvider,
  useI18n,
  addWords,
  prepare: prepareI18n,
} = createI18n(zh, () => import('./en.ts').then((module) => module.en))
