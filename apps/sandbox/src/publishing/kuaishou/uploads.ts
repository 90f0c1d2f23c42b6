import { randomBytes } from 'node:crypto'
import type { VendorAnswer } from '../../core/answer.ts'
import { countUpload } from '../account.ts'
import type { Call } from '../serve-call.ts'
import { done, refused } from './answers.ts'
import type { FilmUpload, KsAccount } from './ks-account.ts'

const fragmentBytes = 10 * 1_048_576
/** A film begins with a box whose name is `ftyp`. */
const isFilm = (bytes: Buffer) => bytes.subarray(4, 8).toString('latin1') === 'ftyp'

export function startUpload(account: KsAccount, { exchange }: Call): VendorAnswer {
  const token = `up.${account.id}.${randomBytes(12).toString('hex')}`
  account.films.set(token, { token, fragments: new Map(), bytes: 0, isDone: false })
  return done({ upload_token: token, endpoint: `${exchange.request.get('host')}/publishing/kuaishou/upload-host` })
}

function filmOf(account: KsAccount, token: string): FilmUpload {
  const film = account.films.get(token)
  if (!film) throw refused('120002')
  return film
}

const numberIn = ({ query }: Call, name: string) => Number.parseInt(query.get(name) ?? '', 10)

/** What lies behind the endpoint that was given; each knows the upload by its token. */
export const uploadHost: Readonly<Record<string, (account: KsAccount, call: Call) => VendorAnswer>> = {
  '/api/upload': (account, call) => {
    const film = filmOf(account, call.query.get('upload_token') ?? '')
    const { bytes } = call.exchange
    if (bytes.length === 0 || bytes.length > fragmentBytes || !isFilm(bytes)) throw refused('100400')
    if (!countUpload(account)) throw refused('100400')
    film.isDone = true
    film.bytes = bytes.length
    return done()
  },
  '/api/upload/fragment': (account, call) => {
    const film = filmOf(account, call.query.get('upload_token') ?? '')
    const at = numberIn(call, 'fragment_id')
    const { bytes } = call.exchange
    // In their order; one that came already may come again.
    const isInOrder = at >= 0 && at <= film.fragments.size
    if (!isInOrder || bytes.length === 0 || bytes.length > fragmentBytes) throw refused('100400')
    if (at === 0 && !isFilm(bytes)) throw refused('100400')
    if (!countUpload(account)) throw refused('100400')
    film.fragments.set(at, bytes.length)
    return done({ checksum: '', size: bytes.length })
  },
  '/api/upload/complete': (account, call) => {
    const film = filmOf(account, call.query.get('upload_token') ?? '')
    if (numberIn(call, 'fragment_count') !== film.fragments.size || film.fragments.size === 0) throw refused('120002')
    film.isDone = true
    film.bytes = [...film.fragments.values()].reduce((sum, size) => sum + size, 0)
    return done()
  },
}
