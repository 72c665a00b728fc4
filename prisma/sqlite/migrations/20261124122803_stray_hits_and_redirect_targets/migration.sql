-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Comment" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "postId" INTEGER NOT NULL,
    "parentId" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'held',
    "name" TEXT NOT NULL,
    "email" TEXT,
    "body" TEXT NOT NULL,
    "userId" INTEGER,
    "readerHash" TEXT,
    "sendKey" TEXT,
    "isSample" BOOLEAN NOT NULL DEFAULT false,
    "externalId" TEXT,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decidedAt" DATETIME,
    CONSTRAINT "Comment_postId_fkey" FOREIGN KEY ("postId") REFERENCES "Post" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Comment_parentId_postId_fkey" FOREIGN KEY ("parentId", "postId") REFERENCES "Comment" ("id", "postId") ON DELETE NO ACTION ON UPDATE NO ACTION,
    CONSTRAINT "Comment_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE,
    CONSTRAINT "Comment_status_known" CHECK ("status" IN ('held', 'visible', 'spam', 'deleted')),
    CONSTRAINT "Comment_name_filled" CHECK (length("name") BETWEEN 1 AND 200),
    CONSTRAINT "Comment_parent_is_other" CHECK ("parentId" IS NULL OR "parentId" <> "id"),
    CONSTRAINT "Comment_body_filled" CHECK ("status" = 'deleted' OR length("body") > 0)
);
INSERT INTO "new_Comment" ("body", "createdAt", "decidedAt", "email", "externalId", "id", "isSample", "name", "parentId", "postId", "readerHash", "sendKey", "status", "userId") SELECT "body", "createdAt", "decidedAt", "email", "externalId", "id", "isSample", "name", "parentId", "postId", "readerHash", "sendKey", "status", "userId" FROM "Comment";
DELETE FROM "sqlite_sequence" WHERE "name" = 'new_Comment';
INSERT INTO "sqlite_sequence" ("name", "seq") SELECT 'new_Comment', "seq" FROM "sqlite_sequence" WHERE "name" = 'Comment';
DROP TABLE "Comment";
ALTER TABLE "new_Comment" RENAME TO "Comment";
CREATE UNIQUE INDEX "Comment_sendKey_key" ON "Comment"("sendKey");
CREATE UNIQUE INDEX "Comment_externalId_key" ON "Comment"("externalId");
CREATE INDEX "Comment_postId_status_createdAt_id_idx" ON "Comment"("postId", "status", "createdAt", "id");
CREATE INDEX "Comment_parentId_postId_idx" ON "Comment"("parentId", "postId");
CREATE INDEX "Comment_status_createdAt_id_idx" ON "Comment"("status", "createdAt" DESC, "id" DESC);
CREATE INDEX "Comment_postId_readerHash_idx" ON "Comment"("postId", "readerHash");
CREATE INDEX "Comment_userId_idx" ON "Comment"("userId");
CREATE INDEX "Comment_email_idx" ON "Comment"("email");
CREATE UNIQUE INDEX "Comment_id_postId_key" ON "Comment"("id", "postId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- Nothing kept two rows for hits on no post apart: they become one.
UPDATE "DiscardedHits" SET "hits" = (
    SELECT sum("same"."hits") FROM "DiscardedHits" AS "same"
    WHERE "same"."postId" IS NULL AND "same"."day" = "DiscardedHits"."day" AND "same"."reason" = "DiscardedHits"."reason"
) WHERE "id" IN (SELECT min("id") FROM "DiscardedHits" WHERE "postId" IS NULL GROUP BY "day", "reason");
DELETE FROM "DiscardedHits" WHERE "postId" IS NULL AND "id" NOT IN (
    SELECT min("id") FROM "DiscardedHits" WHERE "postId" IS NULL GROUP BY "day", "reason"
);

-- CreateIndex
CREATE UNIQUE INDEX "DiscardedHits_day_reason_key" ON "DiscardedHits"("day", "reason") WHERE "postId" IS NULL;

-- CreateIndex
CREATE INDEX "Redirect_target_idx" ON "Redirect"("target");
