-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "key_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "last4" TEXT NOT NULL,
    "scopes" TEXT[],
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "requests" (
    "user_id" UUID NOT NULL,
    "request_key" UUID NOT NULL,
    "fingerprint" BYTEA NOT NULL,
    "answer" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "requests_pkey" PRIMARY KEY ("user_id","request_key")
);

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_key_hash_key" ON "api_keys"("key_hash");

-- CreateIndex
CREATE INDEX "api_keys_user_id_created_at_idx" ON "api_keys"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "requests_created_at_idx" ON "requests"("created_at");

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "requests" ADD CONSTRAINT "requests_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on written by hand: what Prisma's schema language cannot say.

ALTER TABLE "api_keys"
    ALTER COLUMN "scopes" SET NOT NULL,
    ADD CONSTRAINT "api_keys_revoked_reason_check" CHECK ("revoked_reason" IN ('revoked', 'password_changed')),
    ADD CONSTRAINT "api_keys_revoked_whole_check" CHECK (("revoked_at" IS NULL) = ("revoked_reason" IS NULL)),
    ADD CONSTRAINT "api_keys_scopes_present_check" CHECK (cardinality("scopes") > 0),
    ADD CONSTRAINT "api_keys_shown_format_check" CHECK ("prefix" ~ '^mz_live_.{4}$' AND length("last4") = 4),
    ADD CONSTRAINT "api_keys_hash_length_check" CHECK (octet_length("key_hash") = 32);

ALTER TABLE "requests"
    ADD CONSTRAINT "requests_fingerprint_length_check" CHECK (octet_length("fingerprint") = 32);
