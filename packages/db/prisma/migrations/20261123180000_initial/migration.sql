-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "username_key" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_key" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "password_changed_at" TIMESTAMPTZ(3) NOT NULL,
    "role" TEXT NOT NULL DEFAULT 'creator',
    "status" TEXT NOT NULL DEFAULT 'active',
    "locale" TEXT,
    "referral_code" TEXT NOT NULL,
    "source_channel" TEXT,
    "suspended_reason" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "app" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,
    "ip_address" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "refresh_tokens" (
    "id" UUID NOT NULL,
    "session_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "refresh_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "login_failures" (
    "login_key" TEXT NOT NULL,
    "ip_address" TEXT NOT NULL,
    "failures" INTEGER NOT NULL,
    "first_at" TIMESTAMPTZ(3) NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "login_failures_pkey" PRIMARY KEY ("login_key","ip_address")
);

-- CreateTable
CREATE TABLE "audit_rows" (
    "id" UUID NOT NULL,
    "actor_id" UUID,
    "permission" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "request_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "audit_rows_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creations" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "tool_key" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "is_incomplete" BOOLEAN NOT NULL DEFAULT false,
    "word_count" INTEGER NOT NULL DEFAULT 0,
    "current_version_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "creations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "generations" (
    "id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "request_key" UUID NOT NULL,
    "input" JSONB NOT NULL,
    "base_version_id" UUID,
    "requested_model_id" UUID,
    "covered_by" TEXT NOT NULL,
    "price_credits" INTEGER NOT NULL,
    "draft_epoch" INTEGER NOT NULL DEFAULT 0,
    "draft_text" TEXT NOT NULL DEFAULT '',
    "draft_model" TEXT,
    "failure_code" TEXT,
    "stop_requested_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "generations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "creation_versions" (
    "id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "generation_id" UUID,
    "ordinal" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "result" JSONB NOT NULL,
    "raw_text" TEXT NOT NULL,
    "word_count" INTEGER NOT NULL,
    "is_incomplete" BOOLEAN NOT NULL,
    "is_partial" BOOLEAN NOT NULL,
    "model_id" UUID,
    "model_alias" TEXT NOT NULL,
    "is_sandbox" BOOLEAN NOT NULL,
    "prompt_version" TEXT NOT NULL,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cost_micro_yuan" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "creation_versions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_accounts" (
    "id" UUID NOT NULL,
    "user_id" UUID,
    "platform_key" TEXT,
    "unit" TEXT NOT NULL,
    "balance" INTEGER,
    "is_in_debt" BOOLEAN NOT NULL DEFAULT false,
    "entry_count" INTEGER NOT NULL DEFAULT 0,
    "head_hash" BYTEA,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credit_entries" (
    "id" UUID NOT NULL,
    "idempotency_key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "counter_account_id" UUID NOT NULL,
    "amount" INTEGER NOT NULL,
    "balance_after" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "reference_type" TEXT NOT NULL,
    "reference_id" TEXT NOT NULL,
    "reverses_id" UUID,
    "reason" TEXT,
    "actor_id" UUID,
    "previous_hash" BYTEA,
    "hash" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "credit_entries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "membership_periods" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "source_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "membership_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ai_models" (
    "id" UUID NOT NULL,
    "vendor" TEXT NOT NULL,
    "capability" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "upstream_model" TEXT NOT NULL,
    "base_url" TEXT NOT NULL,
    "auth_profile" TEXT NOT NULL,
    "credentials" BYTEA NOT NULL,
    "credentials_key_id" TEXT NOT NULL,
    "credentials_last4" TEXT NOT NULL,
    "credentials_source" TEXT NOT NULL,
    "is_sandbox" BOOLEAN NOT NULL,
    "parameters" JSONB NOT NULL,
    "limits" JSONB NOT NULL,
    "priority" INTEGER NOT NULL,
    "is_members_only" BOOLEAN NOT NULL,
    "is_enabled" BOOLEAN NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "shutdown_at" TIMESTAMPTZ(3),
    "replacement_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ai_models_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "model_prices" (
    "model_id" UUID NOT NULL,
    "effective_from" TIMESTAMPTZ(3) NOT NULL,
    "input_micro_yuan_per_million" BIGINT NOT NULL,
    "output_micro_yuan_per_million" BIGINT NOT NULL,
    "cached_input_micro_yuan_per_million" BIGINT,

    CONSTRAINT "model_prices_pkey" PRIMARY KEY ("model_id","effective_from")
);

-- CreateTable
CREATE TABLE "model_usages" (
    "id" UUID NOT NULL,
    "generation_id" UUID NOT NULL,
    "creation_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "model_id" UUID NOT NULL,
    "alias" TEXT NOT NULL,
    "vendor" TEXT NOT NULL,
    "upstream_model" TEXT NOT NULL,
    "served_model" TEXT,
    "is_sandbox" BOOLEAN NOT NULL,
    "epoch" INTEGER NOT NULL,
    "attempt" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "failure_kind" TEXT,
    "vendor_code" TEXT,
    "vendor_request_id" TEXT,
    "input_tokens" INTEGER NOT NULL,
    "output_tokens" INTEGER NOT NULL,
    "cached_input_tokens" INTEGER NOT NULL,
    "reasoning_tokens" INTEGER NOT NULL,
    "is_estimated" BOOLEAN NOT NULL,
    "first_token_ms" INTEGER,
    "latency_ms" INTEGER NOT NULL,
    "cost_micro_yuan" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "model_usages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "referral_relations" (
    "referee_id" UUID NOT NULL,
    "referrer_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "referral_relations_pkey" PRIMARY KEY ("referee_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_username_key_key" ON "users"("username_key");

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key_key" ON "users"("email_key");

-- CreateIndex
CREATE UNIQUE INDEX "users_referral_code_key" ON "users"("referral_code");

-- CreateIndex
CREATE INDEX "users_created_at_id_idx" ON "users"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "sessions_user_id_created_at_idx" ON "sessions"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "refresh_tokens_token_hash_key" ON "refresh_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "refresh_tokens_session_id_idx" ON "refresh_tokens"("session_id");

-- CreateIndex
CREATE INDEX "login_failures_last_at_idx" ON "login_failures"("last_at");

-- CreateIndex
CREATE INDEX "audit_rows_created_at_id_idx" ON "audit_rows"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "audit_rows_target_created_at_idx" ON "audit_rows"("target", "created_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "creations_current_version_id_key" ON "creations"("current_version_id");

-- CreateIndex
CREATE INDEX "creations_user_id_created_at_id_idx" ON "creations"("user_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "generations_user_id_request_key_key" ON "generations"("user_id", "request_key");

-- CreateIndex
CREATE UNIQUE INDEX "generations_creation_id_ordinal_key" ON "generations"("creation_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "creation_versions_generation_id_key" ON "creation_versions"("generation_id");

-- CreateIndex
CREATE UNIQUE INDEX "creation_versions_creation_id_ordinal_key" ON "creation_versions"("creation_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "credit_accounts_user_id_unit_key" ON "credit_accounts"("user_id", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "credit_accounts_platform_key_unit_key" ON "credit_accounts"("platform_key", "unit");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_idempotency_key_key" ON "credit_entries"("idempotency_key");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_reverses_id_key" ON "credit_entries"("reverses_id");

-- CreateIndex
CREATE INDEX "credit_entries_account_id_created_at_id_idx" ON "credit_entries"("account_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "credit_entries_counter_account_id_idx" ON "credit_entries"("counter_account_id");

-- CreateIndex
CREATE INDEX "credit_entries_reference_type_reference_id_idx" ON "credit_entries"("reference_type", "reference_id");

-- CreateIndex
CREATE UNIQUE INDEX "credit_entries_account_id_sequence_key" ON "credit_entries"("account_id", "sequence");

-- CreateIndex
CREATE INDEX "membership_periods_user_id_ends_at_idx" ON "membership_periods"("user_id", "ends_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ai_models_capability_alias_key" ON "ai_models"("capability", "alias");

-- CreateIndex
CREATE INDEX "model_usages_model_id_created_at_id_idx" ON "model_usages"("model_id", "created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "model_usages_created_at_id_idx" ON "model_usages"("created_at" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "model_usages_creation_id_idx" ON "model_usages"("creation_id");

-- CreateIndex
CREATE UNIQUE INDEX "model_usages_generation_id_epoch_key" ON "model_usages"("generation_id", "epoch");

-- CreateIndex
CREATE INDEX "referral_relations_referrer_id_created_at_idx" ON "referral_relations"("referrer_id", "created_at" DESC);

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "refresh_tokens" ADD CONSTRAINT "refresh_tokens_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creations" ADD CONSTRAINT "creations_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creations" ADD CONSTRAINT "creations_current_version_id_fkey" FOREIGN KEY ("current_version_id") REFERENCES "creation_versions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "generations" ADD CONSTRAINT "generations_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_versions" ADD CONSTRAINT "creation_versions_creation_id_fkey" FOREIGN KEY ("creation_id") REFERENCES "creations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "creation_versions" ADD CONSTRAINT "creation_versions_generation_id_fkey" FOREIGN KEY ("generation_id") REFERENCES "generations"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_accounts" ADD CONSTRAINT "credit_accounts_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "credit_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_counter_account_id_fkey" FOREIGN KEY ("counter_account_id") REFERENCES "credit_accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credit_entries" ADD CONSTRAINT "credit_entries_reverses_id_fkey" FOREIGN KEY ("reverses_id") REFERENCES "credit_entries"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "membership_periods" ADD CONSTRAINT "membership_periods_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ai_models" ADD CONSTRAINT "ai_models_replacement_id_fkey" FOREIGN KEY ("replacement_id") REFERENCES "ai_models"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "model_prices" ADD CONSTRAINT "model_prices_model_id_fkey" FOREIGN KEY ("model_id") REFERENCES "ai_models"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_relations" ADD CONSTRAINT "referral_relations_referee_id_fkey" FOREIGN KEY ("referee_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "referral_relations" ADD CONSTRAINT "referral_relations_referrer_id_fkey" FOREIGN KEY ("referrer_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

-- The hash chain is over UTF-8 bytes.
DO $$
BEGIN
    IF current_setting('server_encoding') <> 'UTF8' THEN
        RAISE EXCEPTION 'this database has encoding %; create it with ENCODING ''UTF8''', current_setting('server_encoding');
    END IF;
END
$$;

-- Values of enum-like columns. The lists stand in @mozhou/contracts; enum-checks.int.test.ts holds both equal.
ALTER TABLE "users"
    ADD CONSTRAINT "users_role_check" CHECK ("role" IN ('creator', 'operator', 'finance', 'admin')),
    ADD CONSTRAINT "users_status_check" CHECK ("status" IN ('active', 'suspended')),
    ADD CONSTRAINT "users_locale_check" CHECK ("locale" IN ('zh-CN', 'en')),
    ADD CONSTRAINT "users_referral_code_format_check" CHECK ("referral_code" ~ '^[2-9A-HJ-NP-Z]{8}$');

ALTER TABLE "sessions"
    ADD CONSTRAINT "sessions_app_check" CHECK ("app" IN ('web', 'admin', 'api'));

ALTER TABLE "login_failures"
    ADD CONSTRAINT "login_failures_failures_positive_check" CHECK ("failures" > 0);

-- A tool is one file and one line; its key is held by the registry's type, and here only by its form.
ALTER TABLE "creations"
    ADD CONSTRAINT "creations_kind_check" CHECK ("kind" IN ('writing', 'image', 'video', 'ppt')),
    ADD CONSTRAINT "creations_status_check" CHECK ("status" IN ('draft', 'accepted', 'running', 'succeeded', 'failed', 'cancelled')),
    ADD CONSTRAINT "creations_tool_key_format_check" CHECK ("tool_key" ~ '^[a-z][a-z0-9-]{0,59}$'),
    ADD CONSTRAINT "creations_word_count_positive_check" CHECK ("word_count" >= 0);

ALTER TABLE "generations"
    ADD CONSTRAINT "generations_kind_check" CHECK ("kind" IN ('generate', 'regenerate', 'optimise', 'continue')),
    ADD CONSTRAINT "generations_status_check" CHECK ("status" IN ('requested', 'refused', 'accepted', 'running', 'succeeded', 'failed', 'cancelled')),
    ADD CONSTRAINT "generations_covered_by_check" CHECK ("covered_by" IN ('credits', 'membership', 'continuation')),
    ADD CONSTRAINT "generations_price_positive_check" CHECK ("price_credits" >= 0),
    ADD CONSTRAINT "generations_price_coverage_check" CHECK ("covered_by" = 'credits' OR "price_credits" = 0),
    ADD CONSTRAINT "generations_ordinal_positive_check" CHECK ("ordinal" > 0),
    ADD CONSTRAINT "generations_draft_epoch_positive_check" CHECK ("draft_epoch" >= 0);

ALTER TABLE "creation_versions"
    ADD CONSTRAINT "creation_versions_kind_check" CHECK ("kind" IN ('generated', 'regenerated', 'optimised', 'continued', 'edited', 'restored')),
    ADD CONSTRAINT "creation_versions_counts_positive_check" CHECK ("ordinal" > 0 AND "word_count" >= 0 AND "input_tokens" >= 0 AND "output_tokens" >= 0 AND "cost_micro_yuan" >= 0);

ALTER TABLE "membership_periods"
    ADD CONSTRAINT "membership_periods_source_check" CHECK ("source" IN ('order', 'gift', 'seed')),
    ADD CONSTRAINT "membership_periods_length_positive_check" CHECK ("ends_at" > "starts_at");

ALTER TABLE "ai_models"
    ADD CONSTRAINT "ai_models_vendor_check" CHECK ("vendor" IN ('openai', 'anthropic', 'baidu', 'zhipu', 'qwen')),
    ADD CONSTRAINT "ai_models_capability_check" CHECK ("capability" IN ('text')),
    ADD CONSTRAINT "ai_models_auth_profile_check" CHECK ("auth_profile" IN ('bearer', 'x_api_key', 'signed_jwt', 'access_key_pair')),
    ADD CONSTRAINT "ai_models_credentials_source_check" CHECK ("credentials_source" IN ('seed', 'env', 'admin')),
    ADD CONSTRAINT "ai_models_priority_positive_check" CHECK ("priority" >= 0);

ALTER TABLE "model_prices"
    ADD CONSTRAINT "model_prices_positive_check" CHECK ("input_micro_yuan_per_million" >= 0 AND "output_micro_yuan_per_million" >= 0 AND "cached_input_micro_yuan_per_million" >= 0);

ALTER TABLE "model_usages"
    ADD CONSTRAINT "model_usages_vendor_check" CHECK ("vendor" IN ('openai', 'anthropic', 'baidu', 'zhipu', 'qwen')),
    ADD CONSTRAINT "model_usages_outcome_check" CHECK ("outcome" IN ('running', 'succeeded', 'failed', 'stopped', 'lost')),
    ADD CONSTRAINT "model_usages_failure_kind_check" CHECK ("failure_kind" IN ('rate_limited', 'unavailable', 'credentials', 'quota_exhausted', 'model_gone', 'invalid_request', 'context_too_long', 'content_rejected', 'account_disconnected', 'outcome_unknown')),
    ADD CONSTRAINT "model_usages_counts_positive_check" CHECK ("epoch" >= 0 AND "attempt" >= 0 AND "input_tokens" >= 0 AND "output_tokens" >= 0 AND "cached_input_tokens" >= 0 AND "reasoning_tokens" >= 0 AND "first_token_ms" >= 0 AND "latency_ms" >= 0 AND "cost_micro_yuan" >= 0);

ALTER TABLE "referral_relations"
    ADD CONSTRAINT "referral_relations_self_check" CHECK ("referee_id" <> "referrer_id");

-- One generation at a time works on a creation.
CREATE UNIQUE INDEX "generations_one_active_per_creation" ON "generations" ("creation_id") WHERE "status" IN ('requested', 'accepted', 'running');

-- The sweep looks for old generations that never ended.
CREATE INDEX "generations_unfinished_created_at_idx" ON "generations" ("created_at") WHERE "status" IN ('requested', 'accepted', 'running');

CREATE UNIQUE INDEX "ai_models_one_default_per_capability" ON "ai_models" ("capability") WHERE "is_default";

-- Periods of one user may touch, never overlap.
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE "membership_periods"
    ADD CONSTRAINT "membership_periods_no_overlap" EXCLUDE USING gist ("user_id" WITH =, tstzrange("starts_at", "ends_at", '[)') WITH &&);

-- ---------------------------------------------------------------------------------------------------------------------
-- Ledger
-- ---------------------------------------------------------------------------------------------------------------------

-- A user's account caches its balance and chain head; a platform account has neither, so no row is hot for everyone.
ALTER TABLE "credit_accounts"
    ADD CONSTRAINT "credit_accounts_unit_check" CHECK ("unit" IN ('credits', 'cash')),
    ADD CONSTRAINT "credit_accounts_platform_key_check" CHECK ("platform_key" IN ('sold', 'promotion', 'consumption', 'rebate_payable', 'breakage')),
    ADD CONSTRAINT "credit_accounts_one_owner_check" CHECK (("user_id" IS NULL) <> ("platform_key" IS NULL)),
    ADD CONSTRAINT "credit_accounts_cache_check" CHECK (("balance" IS NULL) = ("user_id" IS NULL)),
    ADD CONSTRAINT "credit_accounts_platform_uncached_check" CHECK ("platform_key" IS NULL OR ("entry_count" = 0 AND "head_hash" IS NULL)),
    ADD CONSTRAINT "credit_accounts_chain_head_check" CHECK (("entry_count" = 0) = ("head_hash" IS NULL) AND "entry_count" >= 0),
    ADD CONSTRAINT "credit_accounts_balance_check" CHECK ("balance" >= 0 OR "is_in_debt"),
    ADD CONSTRAINT "credit_accounts_debt_check" CHECK (NOT "is_in_debt" OR "balance" < 0);

ALTER TABLE "credit_entries"
    ADD CONSTRAINT "credit_entries_kind_check" CHECK ("kind" IN ('recharge', 'recharge_bonus', 'consume', 'refund', 'gift_signup', 'gift_campaign', 'gift_referral', 'rebate', 'withdrawal_hold', 'withdrawal_paid', 'withdrawal_released', 'clawback', 'adjust')),
    ADD CONSTRAINT "credit_entries_amount_check" CHECK ("amount" <> 0),
    ADD CONSTRAINT "credit_entries_accounts_differ_check" CHECK ("account_id" <> "counter_account_id"),
    ADD CONSTRAINT "credit_entries_sequence_check" CHECK ("sequence" > 0 AND ("sequence" = 1) = ("previous_hash" IS NULL)),
    ADD CONSTRAINT "credit_entries_hash_check" CHECK (octet_length("hash") = 32),
    ADD CONSTRAINT "credit_entries_key_check" CHECK ("idempotency_key" <> '' AND "reference_type" <> '' AND "reference_id" <> '');

INSERT INTO "credit_accounts" ("id", "platform_key", "unit", "created_at")
SELECT ('00000000-0000-7000-8000-' || lpad(number::text, 12, '0'))::uuid, platform_key, unit, CURRENT_TIMESTAMP
FROM (VALUES
    (1, 'sold', 'credits'), (2, 'promotion', 'credits'), (3, 'consumption', 'credits'), (4, 'rebate_payable', 'credits'), (5, 'breakage', 'credits'),
    (11, 'sold', 'cash'), (12, 'promotion', 'cash'), (13, 'consumption', 'cash'), (14, 'rebate_payable', 'cash'), (15, 'breakage', 'cash')
) AS platform (number, platform_key, unit);

-- Append-only for everyone, the tables' owner included.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% on % is refused: its rows are append-only', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "credit_entries_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "credit_entries"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "audit_rows_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "audit_rows"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- One field of the canonical text: its length in UTF-8 bytes, a colon, itself; a dash for null. No two field lists share a text.
-- Both functions are simple enough to be inlined, which makes hashing several times cheaper (a cast, not `||`, turns the length to text).
CREATE FUNCTION ledger_field(value text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(octet_length(value)::text || ':' || value, '-');

-- SHA-256 over the previous entry's hash (nothing for the first) and the canonical text in UTF-8: the word `mozhou-ledger-1`
-- and every field in this order, joined by commas. Instants count milliseconds since 1970. Its twin is
-- packages/domain/src/credits/chain-hash.ts; a test holds both equal.
CREATE FUNCTION entry_hash(entry "credit_entries") RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE
RETURN sha256(coalesce((entry)."previous_hash", ''::bytea) || convert_to(
    'mozhou-ledger-1'
    || ',' || ledger_field((entry)."id"::text)
    || ',' || ledger_field((entry)."idempotency_key")
    || ',' || ledger_field((entry)."kind")
    || ',' || ledger_field((entry)."account_id"::text)
    || ',' || ledger_field((entry)."counter_account_id"::text)
    || ',' || ledger_field((entry)."amount"::text)
    || ',' || ledger_field((entry)."balance_after"::text)
    || ',' || ledger_field((entry)."sequence"::text)
    || ',' || ledger_field((entry)."reference_type")
    || ',' || ledger_field((entry)."reference_id")
    || ',' || ledger_field((entry)."reverses_id"::text)
    || ',' || ledger_field((entry)."reason")
    || ',' || ledger_field((entry)."actor_id"::text)
    || ',' || ledger_field(((extract(epoch FROM (entry)."created_at") * 1000)::bigint)::text),
    'UTF8'));

CREATE TYPE posted_entry AS (
    id uuid,
    idempotency_key text,
    kind text,
    user_id uuid,
    unit text,
    amount integer,
    balance_after integer,
    sequence integer,
    reference_type text,
    reference_id text,
    reverses_id uuid,
    reason text,
    actor_id uuid,
    created_at timestamptz,
    is_replay boolean
);

CREATE FUNCTION to_posted_entry(entry "credit_entries", user_id uuid, unit text, is_replay boolean) RETURNS posted_entry
LANGUAGE sql IMMUTABLE
RETURN ROW((entry)."id", (entry)."idempotency_key", (entry)."kind", user_id, unit, (entry)."amount", (entry)."balance_after",
    (entry)."sequence", (entry)."reference_type", (entry)."reference_id", (entry)."reverses_id", (entry)."reason",
    (entry)."actor_id", (entry)."created_at", is_replay)::posted_entry;

-- The only writer of the ledger. Call it in FROM, never as `(post_entry(…)).*`, which would call it once per column.
-- The amount is signed from the user's side: credits, or fen for cash. Errors, by SQLSTATE:
--   MZ001 the balance does not suffice; DETAIL is JSON {"balance", "needed"}
--   MZ002 the idempotency key belongs to an entry with another account, amount, kind or reversal
--   MZ003 the entry to reverse is reversed already        MZ004 the account has no such entry to reverse
--   MZ005 the balance would leave the range of an integer
-- Safe inside a larger statement: an error undoes all of it.
CREATE FUNCTION post_entry(
    p_id uuid,
    p_idempotency_key text,
    p_kind text,
    p_user_id uuid,
    p_unit text,
    p_platform_key text,
    p_amount integer,
    p_reference_type text,
    p_reference_id text,
    p_reverses_id uuid,
    p_reason text,
    p_actor_id uuid,
    p_allow_debt boolean,
    p_created_at timestamptz
) RETURNS posted_entry LANGUAGE plpgsql AS $$
DECLARE
    account "credit_accounts";
    entry "credit_entries";
    original "credit_entries";
    new_balance bigint;
BEGIN
    SELECT * INTO account FROM "credit_accounts" WHERE "user_id" = p_user_id AND "unit" = p_unit FOR UPDATE;
    IF NOT FOUND THEN
        INSERT INTO "credit_accounts" ("id", "user_id", "unit", "balance", "created_at")
        VALUES (gen_random_uuid(), p_user_id, p_unit, 0, p_created_at)
        ON CONFLICT ("user_id", "unit") DO NOTHING;
        SELECT * INTO STRICT account FROM "credit_accounts" WHERE "user_id" = p_user_id AND "unit" = p_unit FOR UPDATE;
    END IF;

    -- After the lock, so that of two calls with one key the second sees the first's entry before it moves the balance.
    SELECT * INTO entry FROM "credit_entries" WHERE "idempotency_key" = p_idempotency_key;
    IF FOUND THEN
        IF entry."account_id" <> account."id" OR entry."amount" <> p_amount OR entry."kind" <> p_kind
            OR entry."reverses_id" IS DISTINCT FROM p_reverses_id THEN
            RAISE EXCEPTION 'idempotency key % belongs to another entry', p_idempotency_key USING ERRCODE = 'MZ002';
        END IF;
        RETURN to_posted_entry(entry, account."user_id", account."unit", true);
    END IF;

    IF p_allow_debt AND p_kind <> 'clawback' THEN
        RAISE EXCEPTION 'only a clawback may leave a debt, not %', p_kind USING ERRCODE = 'invalid_parameter_value';
    END IF;

    IF p_reverses_id IS NOT NULL THEN
        SELECT * INTO original FROM "credit_entries" WHERE "id" = p_reverses_id AND "account_id" = account."id";
        IF NOT FOUND THEN
            RAISE EXCEPTION 'the account has no entry % to reverse', p_reverses_id USING ERRCODE = 'MZ004';
        END IF;
        IF original."amount" <> -p_amount THEN
            RAISE EXCEPTION 'entry % moved %, so % does not reverse it', original."id", original."amount", p_amount
                USING ERRCODE = 'invalid_parameter_value';
        END IF;
        IF EXISTS (SELECT 1 FROM "credit_entries" WHERE "reverses_id" = p_reverses_id) THEN
            RAISE EXCEPTION 'entry % is reversed already', p_reverses_id USING ERRCODE = 'MZ003';
        END IF;
    END IF;

    new_balance := account."balance"::bigint + p_amount;
    IF p_amount < 0 AND new_balance < 0 AND NOT p_allow_debt THEN
        RAISE EXCEPTION 'the balance does not suffice' USING ERRCODE = 'MZ001',
            DETAIL = json_build_object('balance', account."balance", 'needed', -p_amount::bigint)::text;
    END IF;
    IF new_balance NOT BETWEEN -2147483648 AND 2147483647 THEN
        RAISE EXCEPTION 'a balance of % does not fit', new_balance USING ERRCODE = 'MZ005';
    END IF;

    entry."id" := p_id;
    entry."idempotency_key" := p_idempotency_key;
    entry."kind" := p_kind;
    entry."account_id" := account."id";
    SELECT "id" INTO entry."counter_account_id" FROM "credit_accounts" WHERE "platform_key" = p_platform_key AND "unit" = p_unit;
    entry."amount" := p_amount;
    entry."balance_after" := new_balance;
    entry."sequence" := account."entry_count" + 1;
    entry."reference_type" := p_reference_type;
    entry."reference_id" := p_reference_id;
    entry."reverses_id" := p_reverses_id;
    entry."reason" := p_reason;
    entry."actor_id" := p_actor_id;
    entry."previous_hash" := account."head_hash";
    entry."created_at" := p_created_at::timestamptz(3);
    entry."hash" := entry_hash(entry);

    INSERT INTO "credit_entries" VALUES (entry.*) ON CONFLICT ("idempotency_key") DO NOTHING;
    IF NOT FOUND THEN
        -- Posted for another account while this call was under way: that account's lock did not hold us back.
        RAISE EXCEPTION 'idempotency key % belongs to another entry', p_idempotency_key USING ERRCODE = 'MZ002';
    END IF;
    UPDATE "credit_accounts"
    SET "balance" = new_balance, "is_in_debt" = new_balance < 0, "entry_count" = entry."sequence", "head_hash" = entry."hash"
    WHERE "id" = account."id";
    RETURN to_posted_entry(entry, account."user_id", account."unit", false);
END
$$;

-- Takes back exactly what the entry with `p_original_key` moved; no row when there is none, so it may be called before knowing.
CREATE FUNCTION reverse_entry(
    p_id uuid,
    p_idempotency_key text,
    p_original_key text,
    p_kind text,
    p_reason text,
    p_actor_id uuid,
    p_created_at timestamptz
) RETURNS SETOF posted_entry LANGUAGE plpgsql AS $$
DECLARE
    original record;
BEGIN
    SELECT e."id", e."amount", e."reference_type", e."reference_id", a."user_id", a."unit", c."platform_key" INTO original
    FROM "credit_entries" e
    JOIN "credit_accounts" a ON a."id" = e."account_id"
    JOIN "credit_accounts" c ON c."id" = e."counter_account_id"
    WHERE e."idempotency_key" = p_original_key;
    IF FOUND THEN
        RETURN NEXT post_entry(p_id, p_idempotency_key, p_kind, original."user_id", original."unit", original."platform_key",
            -original."amount", original."reference_type", original."reference_id", original."id", p_reason, p_actor_id,
            p_kind = 'clawback', p_created_at);
    END IF;
END
$$;
