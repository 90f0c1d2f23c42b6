import type { compareZh, maskZh, treeZh } from './parts.zh.ts'

export const maskEn = {
  title: 'Paint what to change',
  hint: 'What you paint over is drawn anew; the rest stays as it is.',
  canvas: 'Mask canvas',
  keys: 'Arrow keys move the brush, with Shift in long steps; Space sets it down and lifts it. B brush, E eraser, H hand, brackets change the size, plus and minus zoom, 0 shows all, Ctrl Z undoes, Ctrl Shift Z redoes.',
  down: (x, y) => `Brush down at ${x}% across, ${y}% down`,
  lifted: (x, y) => `Brush lifted at ${x}% across, ${y}% down`,
  tool: 'Tool',
  tools: { brush: 'Brush', eraser: 'Eraser', move: 'Hand' },
  size: 'Size',
  undo: 'Undo',
  redo: 'Redo',
  all: 'Paint everything',
  clear: 'Clear the mask',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: 'Show all',
  touchHint: 'Two fingers zoom and move on a phone; Ctrl and the wheel zoom on a computer.',
  done: 'Use this area',
  blank: 'Nothing is painted yet. Paint over what should change first.',
  failed: 'The mask was not stored. Please try again.',
} satisfies typeof maskZh

export const compareEn = {
  slider: 'Position of the dividing line',
  share: (percent) => `The left ${percent}% show the picture before`,
  before: 'Before',
  after: 'After',
} satisfies typeof compareZh

export const treeEn = {
  label: 'Version history',
  hint: 'Every change grows a new branch from a picture; the old ones stay.',
  current: 'Current',
  see: (version) => `Show ${version}`,
} satisfies typeof treeZh
