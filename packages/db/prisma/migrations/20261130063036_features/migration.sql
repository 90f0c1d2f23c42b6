-- CreateTable
CREATE TABLE "feature_flags" (
    "feature" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "changed_by_id" UUID NOT NULL,

    CONSTRAINT "feature_flags_pkey" PRIMARY KEY ("feature")
);

-- CreateTable
CREATE TABLE "writing_goals" (
    "user_id" UUID NOT NULL,
    "words" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "writing_goals_pkey" PRIMARY KEY ("user_id")
);

-- AddForeignKey
ALTER TABLE "feature_flags" ADD CONSTRAINT "feature_flags_changed_by_id_fkey" FOREIGN KEY ("changed_by_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "writing_goals" ADD CONSTRAINT "writing_goals_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "feature_flags"
    ADD CONSTRAINT "feature_flags_state_check" CHECK ("state" IN ('off', 'members', 'everybody'));
ALTER TABLE "writing_goals"
    ADD CONSTRAINT "writing_goals_words_check" CHECK ("words" BETWEEN 100 AND 50000);
