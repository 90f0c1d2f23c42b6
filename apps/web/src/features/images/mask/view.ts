import type { Point, Size } from './marks.ts'

/** How a picture lies in its frame: a point of the picture is shown at `point × scale + (x, y)`. */
export interface View extends Point {
  scale: number
}

/** So many times the size at which it fits. */
const closest = 16

/** The whole picture, in the middle of its frame. */
export function fitView(picture: Size, frame: Size): View {
  return settle({ scale: fitScale(picture, frame), x: 0, y: 0 }, picture, frame)
}

export function toPicture(view: View, { x, y }: Point): Point {
  return { x: (x - view.x) / view.scale, y: (y - view.y) / view.scale }
}

export function toFrame(view: View, { x, y }: Point): Point {
  return { x: x * view.scale + view.x, y: y * view.scale + view.y }
}

/** What lies under `around`, a point of the frame, stays there, as far as the edges of the picture let it. */
export function zoomView(view: View, factor: number, around: Point, picture: Size, frame: Size): View {
  const least = fitScale(picture, frame)
  const scale = Math.min(least * closest, Math.max(least, view.scale * factor))
  const held = toPicture(view, around)
  return settle({ scale, x: around.x - held.x * scale, y: around.y - held.y * scale }, picture, frame)
}

export function moveView(view: View, by: Point, picture: Size, frame: Size): View {
  return settle({ ...view, x: view.x + by.x, y: view.y + by.y }, picture, frame)
}

/** Two fingers: what lay between them stays between them, and grows as they part. */
export function pinchView(
  view: View,
  [before, after]: readonly [readonly [Point, Point], readonly [Point, Point]],
  picture: Size,
  frame: Size,
): View {
  const from = middle(before)
  const to = middle(after)
  const factor = distance(after) / Math.max(1, distance(before))
  return moveView(zoomView(view, factor, from, picture, frame), { x: to.x - from.x, y: to.y - from.y }, picture, frame)
}

/** Moves the picture just as far as brings this point of it into the frame. */
export function revealPoint(view: View, point: Point, picture: Size, frame: Size): View {
  const { x, y } = toFrame(view, point)
  return moveView(view, { x: inside(x, frame.width) - x, y: inside(y, frame.height) - y }, picture, frame)
}

export function isFitted(view: View, picture: Size, frame: Size): boolean {
  return view.scale <= fitScale(picture, frame) * 1.001
}

function fitScale(picture: Size, frame: Size): number {
  return Math.min(frame.width / picture.width, frame.height / picture.height)
}

/** No edge of the picture comes further in than the frame's; where it is smaller than the frame it stands in the middle. */
function settle(view: View, picture: Size, frame: Size): View {
  return {
    scale: view.scale,
    x: settleAxis(view.x, picture.width * view.scale, frame.width),
    y: settleAxis(view.y, picture.height * view.scale, frame.height),
  }
}

function settleAxis(start: number, shown: number, room: number): number {
  if (shown <= room) return (room - shown) / 2
  return Math.min(0, Math.max(room - shown, start))
}

function inside(at: number, room: number): number {
  return Math.min(room, Math.max(0, at))
}

function middle([one, other]: readonly [Point, Point]): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 }
}

function distance([one, other]: readonly [Point, Point]): number {
  return Math.hypot(one.x - other.x, one.y - other.y)
}
