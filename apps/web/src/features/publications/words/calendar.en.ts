import type { calendarZh } from './calendar.zh.ts'

export const calendarEn: typeof calendarZh = {
  title: 'Calendar',
  subtitle: 'In Beijing time. Drag to another day; by keyboard, Alt and an arrow on an entry, or “Change time”.',
  view: 'View',
  month: 'Month',
  week: 'Week',
  previous: 'Earlier',
  next: 'Later',
  today: 'Today',
  dayOf: (day, count) => `${day}, ${count}`,
  move: 'Change time',
  moveOf: (title) => `Change the time of “${title}”`,
  moveHint: 'Beijing time, within 90 days.',
  newTime: 'New time',
  moved: (time) => `Moved to ${time}`,
  undo: 'Undo',
  entry: (time, platform, title, state) => `${time} ${platform} ${title}, ${state}`,
  more: (count) => `${count} more`,
  nothing: 'Nothing in these days.',
  plan: 'Plan one',
}
