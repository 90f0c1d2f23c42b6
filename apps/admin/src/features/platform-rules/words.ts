import { addWords } from '../../i18n/i18n.ts'
import { platformRulesZh } from './words.zh.ts'

export const useI18n = addWords(platformRulesZh, () =>
  import('./words.en.ts').then(({ platformRulesEn }) => platformRulesEn),
)
