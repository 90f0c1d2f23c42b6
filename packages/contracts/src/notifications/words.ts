import type { NotificationKind, ParamsOf } from './events.ts'

/** What a person reads of a notification, in the app and as a mail. */
export interface NotificationText {
  title: string
  body: string
  /** What its link is called; where it leads says `notificationPath`. */
  action: string
}

/** The words of one language, for every kind. */
export type NotificationWords = { [Kind in NotificationKind]: (params: ParamsOf<Kind>) => NotificationText }
