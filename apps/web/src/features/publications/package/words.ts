import { addWords } from '../../../i18n/i18n.ts'
import { packageZh } from './words.zh.ts'

export const useI18n = addWords(packageZh, () => import('./words.en.ts').then(({ packageEn }) => packageEn))
