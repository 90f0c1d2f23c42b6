import type { Weaver } from './weaver.ts'

const light = ['清晨的薄雾', '午后的斜阳', '傍晚的暖光', '雨后的天光']
const view = ['近景，主体居中，背景虚化', '远景，主体在左侧三分之一处', '平视，前景留白', '俯视，构图对称']
const given = /^(?:想法|作品内容)：<<<\n([\s\S]*?)\n>>>$/m

/** What a model of pictures is told: the wish, or what the work is about, as something that can be seen. */
export function describePicture({ brief }: Weaver, variation: number): string {
  const [line = ''] = (given.exec(brief.order)?.[1] ?? brief.topic).trim().split('\n', 1)
  const bare = line.replace(/^#+\s*/, '').replace(/[。.！!？?]+$/u, '')
  const subject = Array.from(bare).slice(0, 120).join('')
  const at = (list: readonly string[]) => list[variation % list.length] ?? ''
  const room = brief.order.includes('封面写出') ? '，上方留出放标题的空白' : ''
  return `${subject}，${at(light)}落在画面上，${at(view)}${room}，色彩柔和，质感细腻，画面干净，没有文字。`
}
