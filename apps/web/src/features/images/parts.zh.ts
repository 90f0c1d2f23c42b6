import type { HandTool } from './mask/mask-painting.ts'

/** Marking what is to be made anew. */
export const maskZh = {
  title: '涂抹要修改的区域',
  hint: '涂到的地方会重新画，其余保持不变。',
  canvas: '蒙版画布',
  keys: '方向键移动画笔，按住 Shift 走大步，空格落笔和抬笔；B 画笔，E 橡皮，H 移动，方括号调粗细，加减号缩放，0 看全图，Ctrl Z 撤销，Ctrl Shift Z 重做。',
  down: (x: string, y: string) => `已落笔，横 ${x}%，纵 ${y}%`,
  lifted: (x: string, y: string) => `已抬笔，横 ${x}%，纵 ${y}%`,
  tool: '工具',
  tools: { brush: '画笔', eraser: '橡皮', move: '移动' } satisfies Record<HandTool, string> as Record<HandTool, string>,
  size: '粗细',
  undo: '撤销一笔',
  redo: '重做一笔',
  all: '全部涂上',
  clear: '清空蒙版',
  zoomIn: '放大',
  zoomOut: '缩小',
  fit: '看全图',
  touchHint: '手机上两指缩放和移动；电脑上按住 Ctrl 滚动缩放。',
  done: '用这块区域',
  blank: '还没有涂抹任何地方，请先用画笔涂出要修改的区域。',
  failed: '蒙版没有存下来，请再试一次。',
}

/** Two pictures against each other. */
export const compareZh = {
  slider: '对比线的位置',
  share: (percent: string) => `左侧 ${percent}% 是原图`,
  before: '修改前',
  after: '修改后',
}

/** The history of a work as a tree. */
export const treeZh = {
  label: '版本历史',
  hint: '每次修改都从一张图长出新的一支，旧的都在。',
  current: '当前',
  see: (version: string) => `查看${version}`,
}
