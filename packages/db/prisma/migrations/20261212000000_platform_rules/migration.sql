-- CreateTable
CREATE TABLE "platform_rule_changes" (
    "id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "platform" TEXT,
    "difference" JSONB,
    "reason" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "platform_rule_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "word_list_versions" (
    "number" INTEGER NOT NULL,
    "terms" JSONB NOT NULL,
    "note" TEXT NOT NULL,
    "restores" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_by_id" UUID NOT NULL,

    CONSTRAINT "word_list_versions_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "platform_rule_changes_number_key" ON "platform_rule_changes"("number");

-- CreateIndex
CREATE INDEX "platform_rule_changes_code_number_idx" ON "platform_rule_changes"("code", "number" DESC);

-- AddForeignKey
ALTER TABLE "platform_rule_changes" ADD CONSTRAINT "platform_rule_changes_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "word_list_versions" ADD CONSTRAINT "word_list_versions_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- ---------------------------------------------------------------------------------------------------------------------
-- From here on written by hand: what Prisma's schema language cannot say.
-- ---------------------------------------------------------------------------------------------------------------------

ALTER TABLE "platform_rule_changes"
    ADD CONSTRAINT "platform_rule_changes_number_positive_check" CHECK ("number" > 0),
    ADD CONSTRAINT "platform_rule_changes_platform_check" CHECK ("platform" IN ('wechat_official', 'xiaohongshu', 'douyin', 'kuaishou', 'toutiao', 'baijiahao', 'zhihu', 'jianshu')),
    ADD CONSTRAINT "platform_rule_changes_difference_check" CHECK ("difference" IS NULL OR jsonb_typeof("difference") = 'object');

ALTER TABLE "word_list_versions"
    ADD CONSTRAINT "word_list_versions_number_positive_check" CHECK ("number" > 0),
    ADD CONSTRAINT "word_list_versions_terms_check" CHECK (jsonb_typeof("terms") = 'array'),
    ADD CONSTRAINT "word_list_versions_restores_check" CHECK ("restores" IS NULL OR "restores" < "number");

-- Reports name the state that they were reckoned by: what it said then it says for ever.
CREATE TRIGGER "platform_rule_changes_append_only" BEFORE UPDATE OR DELETE ON "platform_rule_changes"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE TRIGGER "word_list_versions_append_only" BEFORE UPDATE OR DELETE ON "word_list_versions"
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
