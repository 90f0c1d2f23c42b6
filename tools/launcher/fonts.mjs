import { spawnSync } from 'node:child_process'

/** @returns {string[]} Debian's packages; macOS has such fonts of its own */
export function missingFonts() {
  if (process.platform !== 'linux') return []
  const list = (/** @type {string} */ pattern) => spawnSync('fc-list', [pattern], { encoding: 'utf8' }).stdout ?? ''
  return [
    ...(list(':lang=zh-cn').trim() ? [] : ['fonts-noto-cjk', 'fontconfig']),
    ...(/emoji/i.test(list(':family=Noto Color Emoji') || list('')) ? [] : ['fonts-noto-color-emoji']),
  ]
}
