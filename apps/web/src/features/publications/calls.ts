import type { Page } from '@mozhou/contracts/page'
import type {
  CalendarDto,
  ConnectAccountDto,
  PlatformAccountDto,
  PlatformsDto,
  PreviewsDto,
  PublicationDetailDto,
  PublicationDto,
  PublishDto,
} from '@mozhou/contracts/publications/answers'
import type {
  CalendarInput,
  CompleteConnectInput,
  ConfirmPublicationInput,
  ConnectAccountInput,
  ListPublicationsInput,
  PreviewInput,
  PublishInput,
  RescheduleInput,
  SaveAccountInput,
  SaveDraftInput,
} from '@mozhou/contracts/publications/inputs'
import { api } from '../../api.ts'

interface Query<Input, Answer> {
  query: (input: Input, options?: { signal?: AbortSignal }) => Promise<Answer>
}
interface Mutation<Input, Answer> {
  mutate: (input: Input) => Promise<Answer>
}
interface Calls {
  platforms: Query<undefined, PlatformsDto>
  connect: Mutation<ConnectAccountInput, ConnectAccountDto>
  completeConnect: Mutation<CompleteConnectInput, PlatformAccountDto>
  checkAccount: Mutation<{ accountId: string }, PlatformAccountDto>
  saveAccount: Mutation<SaveAccountInput, PlatformAccountDto>
  disconnect: Mutation<{ accountId: string }, unknown>
  preview: Mutation<PreviewInput, PreviewsDto>
  removeDraft: Mutation<{ publicationId: string }, unknown>
  saveDraft: Mutation<SaveDraftInput, PublicationDetailDto>
  publish: Mutation<PublishInput, PublishDto>
  list: Query<Partial<ListPublicationsInput>, Page<PublicationDto>>
  calendar: Query<CalendarInput, CalendarDto>
  one: Query<{ publicationId: string }, PublicationDetailDto>
  reschedule: Mutation<RescheduleInput, PublicationDto>
  publishNow: Mutation<{ publicationId: string }, PublicationDto>
  cancel: Mutation<{ publicationId: string }, PublicationDto>
  confirm: Mutation<ConfirmPublicationInput, PublicationDto>
  denyPosted: Mutation<{ publicationId: string }, PublicationDto>
  retry: Mutation<{ publicationId: string }, PublicationDto>
  retract: Mutation<{ publicationId: string }, PublicationDto>
}

/** The procedures of publishing. */
export const calls = (api as unknown as { publications: Calls }).publications
