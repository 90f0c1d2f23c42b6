import type { publicationsErrors } from './errors.ts'

export const publicationsErrorsEn = {
  PLATFORM_ACCOUNT_NOT_FOUND: 'There is no such platform account; it may have been disconnected. Reload the accounts.',
  PLATFORM_ACCOUNT_LIMIT:
    'At most {{ limit }} platform accounts can be connected; this one was not. Disconnect one that you do not use.',
  PLATFORM_ACCOUNT_UNUSABLE:
    '“{{ account }}” cannot publish now: its permission lapsed, the platform restricts it, or it was disconnected. Nothing was submitted. Connect it again on the accounts page.',
  PLATFORM_WAY_NOT_OFFERED: 'This platform cannot be connected in this way now; nothing was connected. Choose another.',
  PLATFORM_CONNECT_INVALID:
    'This authorisation has lapsed, was used, or was not begun by you; nothing was connected. Please connect again.',
  PLATFORM_KEYS_REFUSED: 'The platform did not accept these keys; nothing was connected. It says: {{ reason }}',
  PLATFORM_UNAVAILABLE: 'The platform does not answer at the moment; nothing was changed. Please try again in a while.',
  PUBLICATION_NOT_FOUND: 'There is no such publication. Please look at the list of publications.',
  PUBLICATION_NO_TEXT:
    'This version has nothing yet that could be published; nothing was submitted. Finish it first, then publish.',
  PUBLICATION_BLOCKED:
    'For “{{ account }}” {{ count }} things are against the platform’s rules; nothing was submitted. Mend what the check names, then publish.',
  PUBLICATION_DUPLICATE:
    'The same content was published to “{{ account }}” already, or is about to be; it was not sent again. Look at that publication.',
  PUBLICATION_STATE: 'This cannot be done to this publication now; nothing was changed. Reload to see how it stands.',
  PUBLICATION_TIME: 'The time has to be after now and within {{ days }} days; nothing was changed. Choose another.',
  PUBLICATION_LIMIT:
    'You have {{ limit }} publications that have not ended; nothing more was submitted. Wait until some of them have.',
  PUBLICATION_URL_REFUSED:
    'This is no address of an article there; it was not marked as published. It should be on: {{ hosts }}',
  PUBLICATION_URL_NOT_FOUND:
    'The platform shows nothing at this address; it was not marked as published. Check it and send it again.',
  PUBLICATION_URL_OTHER_TITLE:
    'The page there is called “{{ title }}”, not as this piece; it was not marked as published. Check the address, or confirm that it is this one.',
  PUBLICATION_URL_TAKEN:
    'This is already the address of your publication “{{ title }}”; this one was left as it was. Give the address of this piece, or correct the other one first.',
  PUBLICATION_URL_TAKEN_ELSEWHERE:
    'This is already the address of another publication; this one was left as it was. Give the address of this piece.',
  PUBLICATION_NOT_RETRACTABLE:
    'This publication cannot be taken back from here; nothing was changed. Please delete it on the platform.',
  HANDOFF_CODE_INVALID:
    'This code is not one of ours, or was not scanned whole; nothing was changed. Go back to the page on the computer and scan again.',
  HANDOFF_CODE_EXPIRED:
    'This code has expired; nothing was changed. Load the page on the computer again and scan the new code.',
  HANDOFF_CODE_DONE:
    'This publication no longer waits for you: it may be published, cancelled or expired. Look at your publications.',
  PUBLICATION_FILM_UNREADABLE:
    'The length, size and coding of this film cannot be read; it was not put in. Export it as MP4 (H.264, AAC) and upload that.',
} satisfies Record<keyof typeof publicationsErrors, string>
