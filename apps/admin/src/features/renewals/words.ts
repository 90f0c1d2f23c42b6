import { addWords } from '../../i18n/i18n.ts'
import { renewalsZh } from './words.zh.ts'

export const useI18n = addWords(renewalsZh, () => import('./words.en.ts').then(({ renewalsEn }) => renewalsEn))
