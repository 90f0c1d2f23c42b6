import { addWords } from '../../i18n/i18n.ts'
import { generationsZh } from './words.zh.ts'

export const useI18n = addWords(generationsZh, () => import('./words.en.ts').then(({ generationsEn }) => generationsEn))
