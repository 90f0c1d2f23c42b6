/** Who is ended before whom: the faces first, what they stand on last. Equal ranks end together. */
export const stopRanks = {
  web: 60,
  admin: 60,
  api: 50,
  worker: 40,
  sandbox: 30,
  temporal: 20,
  redis: 10,
  postgres: 5,
  command: 100,
}
