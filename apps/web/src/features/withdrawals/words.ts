import { addWords } from '../../i18n/i18n.ts'
import { withdrawalsZh } from './words.zh.ts'

export const useI18n = addWords(withdrawalsZh, () => import('./words.en.ts').then(({ withdrawalsEn }) => withdrawalsEn))
