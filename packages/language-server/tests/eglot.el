;; Opens FILE in Emacs with the server SERVER, does what a person would, saves the file, and
;; changes NEIGHBOUR, which is not saved.
;;
;;   FILE=... NEIGHBOUR=... SERVER=... emacs -Q --batch -l eglot.el
;; Debian's packages, which -Q leaves out.
(require 'package)
(add-to-list 'package-directory-list "/usr/share/emacs/site-lisp/elpa")
(package-initialize)
(require 'eglot)
(require 'flymake)
(setq make-backup-files nil
      create-lockfiles nil
      eglot-confirm-server-initiated-edits nil
      eglot-sync-connect t
      eglot-connect-timeout 60)
(define-derived-mode go-mode prog-mode "Go")
(add-to-list 'auto-mode-alist '("\\.go\\'" . go-mode))
(add-to-list 'eglot-server-programs
             (list '(go-mode :language-id "go") "node" (getenv "SERVER") "--stdio"))

(defun until-findings (count what)
  "Wait until there are COUNT findings, or fail because of WHAT."
  (let ((end (+ (float-time) 60)))
    (while (and (/= count (length (flymake-diagnostics))) (< (float-time) end))
      (accept-process-output nil 0.02))
    (when (/= count (length (flymake-diagnostics)))
      (message "failed: %s: %S" what (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))
      (kill-emacs 1))))

(defun until-message (text what)
  "Wait until there is a finding with a TEXT, or fail because of WHAT."
  (let ((end (+ (float-time) 60))
        (texts (lambda () (mapcar #'flymake-diagnostic-text (flymake-diagnostics)))))
    (while (and (not (seq-some (lambda (one) (string-match-p text one)) (funcall texts)))
                (< (float-time) end))
      (accept-process-output nil 0.02))
    (unless (seq-some (lambda (one) (string-match-p text one)) (funcall texts))
      (message "failed: %s: %S" what (funcall texts))
      (kill-emacs 1))))

(defun apply-action (start end kind title)
  "Apply the code action with a TITLE from START to END, asked for by its KIND."
  (let* ((actions (eglot-code-actions start end kind nil))
         (action (seq-find (lambda (one) (equal title (plist-get one :title))) actions)))
    (unless action
      (message "failed: no action '%s' in %S" title
               (mapcar (lambda (one) (plist-get one :title)) actions))
      (kill-emacs 1))
    (eglot--apply-workspace-edit (plist-get action :edit))
    (eglot--signal-textDocument/didChange)))

(find-file (getenv "FILE"))
(call-interactively 'eglot)
(until-findings 4 "findings")
(goto-char (point-min))
(search-forward "foo")
(apply-action (1- (point)) (point) "quickfix" "Fix this demo/no-foo problem")
(until-findings 3 "a fix")
(goto-char (point-min))
(search-forward "foo")
(apply-action (1- (point)) (point) "quickfix" "Disable demo/no-foo for this line")
(until-findings 2 "a directive")
(goto-char (point-max))
(insert "var d = foo\n")
(eglot--signal-textDocument/didChange)
(until-findings 3 "typed text")
(apply-action (point-min) (point-max) "source.fixAll.gopherwood" "Fix all Gopherwood problems")
(until-findings 1 "all fixes")
(save-buffer)
(let ((shown (current-buffer)))
  (find-file (getenv "NEIGHBOUR"))
  (goto-char (point-min))
  (search-forward "int")
  (replace-match "string")
  (eglot--signal-textDocument/didChange)
  (set-buffer shown)
  (until-message "string" "the type of a neighbour that is not saved"))
(eglot-shutdown (eglot-current-server))
