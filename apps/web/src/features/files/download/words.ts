import { addWords } from '../../../i18n/i18n.ts'
import { downloadZh } from './words.zh.ts'

export const useI18n = addWords(downloadZh, () => import('./words.en.ts').then(({ downloadEn }) => downloadEn))
