import type { Client } from 'pg'

/** What a database knows of its people: what must stand in no log. */
export interface PersonalData {
  names: string[]
  texts: string[]
}

/** Of each kind the newest only: a test of plans fills tables with the same by the hundred thousand. */
const most = 500

/** Nothing for a database that is not ours, or not migrated. */
export async function readPersonalData(client: Client): Promise<PersonalData> {
  const { rows: tables } = await client.query(`SELECT to_regclass('creation_versions') AS name`)
  if (tables[0]?.name === null) return { names: [], texts: [] }
  const { rows } = await client.query<PersonalData>(`
    SELECT
      ARRAY(SELECT unnest(ARRAY[username, email, display_name]) FROM (SELECT * FROM users ORDER BY id DESC LIMIT ${most}) u) AS names,
      ARRAY(SELECT left(raw_text, 4000) FROM creation_versions ORDER BY id DESC LIMIT ${most})
        || ARRAY(SELECT left(input::text, 4000) FROM generations ORDER BY id DESC LIMIT ${most})
        || ARRAY(SELECT title FROM creations ORDER BY id DESC LIMIT ${most})
        || ARRAY(SELECT subject FROM support_conversations ORDER BY id DESC LIMIT ${most})
        || ARRAY(SELECT text FROM support_messages ORDER BY id DESC LIMIT ${most}) AS texts`)
  return rows[0] ?? { names: [], texts: [] }
}
