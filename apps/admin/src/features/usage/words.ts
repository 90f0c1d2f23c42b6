import { addWords } from '../../i18n/i18n.ts'
import { usageZh } from './words.zh.ts'

export const useI18n = addWords(usageZh, () => import('./words.en.ts').then(({ usageEn }) => usageEn))
