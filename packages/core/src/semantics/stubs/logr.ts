/** Declarations of logr and of the Kubernetes packages that hand its loggers out. */
export const LOGR: Readonly<Record<string, string>> = {
  "github.com/go-logr/logr": `package logr

type Logger struct{}
func New(sink any) Logger
func Discard() Logger
func FromContext(ctx any) (Logger, error)
func FromContextOrDiscard(ctx any) Logger
func (l Logger) V(level int) Logger
func (l Logger) WithName(name string) Logger
func (l Logger) WithValues(pairs ...any) Logger
func (l Logger) WithCallDepth(depth int) Logger
`,
  "k8s.io/klog/v2": `package klog

import "github.com/go-logr/logr"

type Logger = logr.Logger
type Level int32
type Verbose struct{}
func V(level Level) Verbose
func Background() Logger
func FromContext(ctx any) Logger
func TODO() Logger
func LoggerWithName(logger Logger, name string) Logger
func LoggerWithValues(logger Logger, pairs ...any) Logger
`,
  "sigs.k8s.io/controller-runtime/pkg/log": `package log

import "github.com/go-logr/logr"

var Log logr.Logger
func FromContext(ctx any, pairs ...any) logr.Logger
`,
  "sigs.k8s.io/controller-runtime": `package controllerruntime

import "github.com/go-logr/logr"

var Log logr.Logger
func LoggerFrom(ctx any, pairs ...any) logr.Logger
`,
};
