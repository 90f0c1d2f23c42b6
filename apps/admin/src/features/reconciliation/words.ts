import { addWords } from '../../i18n/i18n.ts'
import { reconciliationZh } from './words.zh.ts'

export const useI18n = addWords(reconciliationZh, () =>
  import('./words.en.ts').then(({ reconciliationEn }) => reconciliationEn),
)
