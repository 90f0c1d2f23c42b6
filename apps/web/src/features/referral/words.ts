import { addWords } from '../../i18n/i18n.ts'
import { referralZh } from './words.zh.ts'

export const useI18n = addWords(referralZh, () => import('./words.en.ts').then(({ referralEn }) => referralEn))
