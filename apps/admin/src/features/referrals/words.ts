import { addWords } from '../../i18n/i18n.ts'
import { referralsZh } from './words.zh.ts'

export const useI18n = addWords(referralsZh, () => import('./words.en.ts').then(({ referralsEn }) => referralsEn))
