import { seededRandom } from '../../core/random.ts'

/** Sky, ground, and what stands out against both; as hex. */
export interface Palette {
  top: string
  bottom: string
  accent: string
  ink: string
}

const palette = (top: string, bottom: string, accent: string, ink: string): Palette => ({ top, bottom, accent, ink })

/** What a prompt speaks of, and the colours of it; the first that fits. */
const worded: readonly [RegExp, Palette][] = [
  [/水墨|黑白|ink wash|monochrome/i, palette('#f2f0ea', '#b9b6ad', '#3a3a38', '#161616')],
  [/夜|星空|月|night|star|moon/i, palette('#0b1638', '#243b73', '#f5d76e', '#ffffff')],
  [/日落|夕阳|黄昏|晚霞|sunset|dusk/i, palette('#f7a156', '#8c2f5e', '#ffe08a', '#ffffff')],
  [/雪|冬|冰|snow|winter|ice/i, palette('#eaf4fb', '#9dc3dd', '#3d6f91', '#12324a')],
  [/海|湖|蓝|水|sea|ocean|lake|blue/i, palette('#a9dcf5', '#1c6fa8', '#f4e3b2', '#0a2d4a')],
  [/秋|枫|落叶|橙|autumn|maple|orange/i, palette('#fbd9a0', '#b6561f', '#7a1f12', '#3b1508')],
  [/春|樱|桃|粉|spring|cherry|pink/i, palette('#fde6ee', '#e79ab5', '#7fb069', '#5a1b34')],
  [/夏|森林|草|绿|茶|山|summer|forest|green|mountain/i, palette('#d8efc9', '#3f7d4a', '#f2c14e', '#12301a')],
  [/红|喜|春节|灯笼|red|festival/i, palette('#f9c9b6', '#b3141d', '#f5c542', '#4b0408')],
  [/金|黄|阳光|沙漠|gold|yellow|desert|sun/i, palette('#fdf0c2', '#d9a031', '#8a4b12', '#4a2c06')],
]

/** The colours that a prompt asks for; one that names none always gets the same of its own. */
export function paletteOf(prompt: string): Palette {
  const known = worded.find(([words]) => words.test(prompt))
  if (known) return known[1]
  const hue = seededRandom(prompt).between(0, 359)
  const tone = (turn: number, saturation: number, lightness: number) => toHex((hue + turn) % 360, saturation, lightness)
  return palette(tone(0, 0.55, 0.82), tone(30, 0.5, 0.42), tone(180, 0.7, 0.55), tone(20, 0.6, 0.14))
}

function toHex(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness)
  const channel = (offset: number) => {
    const place = (offset + hue / 30) % 12
    const value = lightness - reach * Math.max(-1, Math.min(place - 3, 9 - place, 1))
    return Math.round(value * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(0)}${channel(8)}${channel(4)}`
}
